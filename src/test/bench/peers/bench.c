/* Gradient descent on a small network in plain loops, and on a large one with BLAS: what the hardware gives.
   Usage: bench FILE UPDATES ROUNDS; FILE as PeerFile.java writes it. Prints the seconds of each round and the result;
   without arguments the BLAS. */
#ifdef BLAS
#include <cblas.h>
#endif
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { HALF_SQUARED_ERROR, BINARY_CROSS_ENTROPY, CROSS_ENTROPY };
enum { MOST_LAYERS = 8 };

static int layers, size[MOST_LAYERS + 1], biased, error, batch, samples;
static long parameters;
static double rate, scale;
static double *start, *theta, *gradient, *X, *Y;
static double *W[MOST_LAYERS], *b[MOST_LAYERS], *dW[MOST_LAYERS], *db[MOST_LAYERS];
static double *a[MOST_LAYERS + 1], *delta[MOST_LAYERS + 1];

static double *numbers(long n) {
    double *array = aligned_alloc(64, (n * sizeof(double) + 63) / 64 * 64);
    if (!array) exit(3);
    return array;
}

static double processor_seconds(void) {
    struct timespec t;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
    return t.tv_sec + t.tv_nsec * 1e-9;
}

static void read_numbers(FILE *file, double *into, long n) {
    if (fread(into, sizeof(double), n, file) != (size_t)n) exit(4);
}

static void load(const char *name) {
    FILE *file = fopen(name, "rb");
    if (!file) exit(5);
    double head[7], width;
    read_numbers(file, head, 7);
    layers = head[0], biased = head[1], error = head[2], rate = head[3], batch = head[4], samples = head[5], scale = head[6];
    for (int l = 0; l <= layers; l++) {
        read_numbers(file, &width, 1);
        size[l] = width;
        if (l) parameters += size[l - 1] * size[l] + (biased ? size[l] : 0);
    }
    start = numbers(parameters), theta = numbers(parameters), gradient = numbers(parameters);
    X = numbers((long)samples * size[0]), Y = numbers((long)samples * size[layers]);
    read_numbers(file, start, parameters);
    read_numbers(file, X, (long)samples * size[0]);
    read_numbers(file, Y, (long)samples * size[layers]);
    fclose(file);
    long at = 0;
    for (int l = 0; l < layers; l++) {
        W[l] = theta + at, dW[l] = gradient + at, at += size[l] * size[l + 1];
        b[l] = theta + at, db[l] = gradient + at, at += biased ? size[l + 1] : 0;
        a[l + 1] = numbers((long)batch * size[l + 1]), delta[l + 1] = numbers((long)batch * size[l + 1]);
    }
}

static double sigmoid(double z) { return 1 / (1 + exp(-z)); }

static void output_delta(const double *y, int n) {
    int m = size[layers];
    for (int i = 0; i < n * m; i++) {
        double o = a[layers][i], residual = scale * (o - y[i]);
        delta[layers][i] = error == HALF_SQUARED_ERROR ? residual * o * (1 - o) : residual;
    }
}

/* Loops, for what fits in a few registers. */
static void small_update(const double *x, const double *y, int n) {
    a[0] = (double *)x;
    for (int l = 0; l < layers; l++) {
        int d = size[l], m = size[l + 1];
        for (int i = 0; i < n; i++)
            for (int j = 0; j < m; j++) {
                double z = 0;
                for (int k = 0; k < d; k++) z += a[l][i * d + k] * W[l][k * m + j];
                a[l + 1][i * m + j] = sigmoid(biased ? z + b[l][j] : z);
            }
    }
    output_delta(y, n);
    for (int l = layers - 1; l >= 0; l--) {
        int d = size[l], m = size[l + 1];
        for (int k = 0; k < d; k++)
            for (int j = 0; j < m; j++) {
                double sum = 0;
                for (int i = 0; i < n; i++) sum += a[l][i * d + k] * delta[l + 1][i * m + j];
                dW[l][k * m + j] = sum;
            }
        for (int j = 0; biased && j < m; j++) {
            double sum = 0;
            for (int i = 0; i < n; i++) sum += delta[l + 1][i * m + j];
            db[l][j] = sum;
        }
        for (int i = 0; l && i < n; i++)
            for (int k = 0; k < d; k++) {
                double sum = 0;
                for (int j = 0; j < m; j++) sum += delta[l + 1][i * m + j] * W[l][k * m + j];
                delta[l][i * d + k] = sum * a[l][i * d + k] * (1 - a[l][i * d + k]);
            }
    }
    for (long p = 0; p < parameters; p++) theta[p] -= rate * gradient[p];
}

#ifdef BLAS
static void large_forward(const double *x, int n) {
    a[0] = (double *)x;
    for (int l = 0; l < layers; l++) {
        int d = size[l], m = size[l + 1];
        for (int i = 0; i < n; i++) memcpy(a[l + 1] + i * m, b[l], m * sizeof(double));
        cblas_dgemm(CblasRowMajor, CblasNoTrans, CblasNoTrans, n, m, d, 1, a[l], d, W[l], m, 1, a[l + 1], m);
        for (int i = 0; l < layers - 1 && i < n * m; i++) a[l + 1][i] = a[l + 1][i] > 0 ? a[l + 1][i] : 0;
    }
    int m = size[layers];
    for (double *row = a[layers]; row < a[layers] + n * m; row += m) {
        double largest = row[0], sum = 0;
        for (int j = 1; j < m; j++) largest = row[j] > largest ? row[j] : largest;
        for (int j = 0; j < m; j++) sum += row[j] = exp(row[j] - largest);
        for (int j = 0; j < m; j++) row[j] /= sum;
    }
}

static void large_update(const double *x, const double *y, int n) {
    large_forward(x, n);
    scale = 1.0 / n;
    output_delta(y, n);
    for (int l = layers - 1; l >= 0; l--) {
        int d = size[l], m = size[l + 1];
        cblas_dgemm(CblasRowMajor, CblasTrans, CblasNoTrans, d, m, n, 1, a[l], d, delta[l + 1], m, 0, dW[l], m);
        memset(db[l], 0, m * sizeof(double));
        for (int i = 0; i < n * m; i += m)
            for (int j = 0; j < m; j++) db[l][j] += delta[l + 1][i + j];
        if (!l) break;
        cblas_dgemm(CblasRowMajor, CblasNoTrans, CblasTrans, n, d, m, 1, delta[l + 1], m, W[l], m, 0, delta[l], d);
        for (int i = 0; i < n * d; i++) delta[l][i] = a[l][i] > 0 ? delta[l][i] : 0;
    }
    for (long p = 0; p < parameters; p++) theta[p] -= rate * gradient[p];
}

#else
static void large_forward(const double *x, int n) { exit(6 + 0 * (n + (x != NULL))); }
static void large_update(const double *x, const double *y, int n) { large_forward(x, n + 0 * (y != NULL)); }
#endif

static void train(long updates) {
    memcpy(theta, start, parameters * sizeof(double));
    for (long u = 0, from = 0; u < updates; u++) {
        int n = batch < samples - from ? batch : samples - from;
        (error == CROSS_ENTROPY ? large_update : small_update)(X + from * size[0], Y + from * size[layers], n);
        from = from + n == samples ? 0 : from + n;
    }
}

/* The mean cross-entropy, or of a small network the output for every sample. */
static void print_result(void) {
    int m = size[layers];
    double loss = 0, nothing = rate;
    for (long i = 0; i < samples; i++) {
        const double *y = Y + i * m;
        if (error == CROSS_ENTROPY) {
            large_forward(X + i * size[0], 1);
            for (int j = 0; j < m; j++) loss -= y[j] > 0 ? y[j] * log(a[layers][j]) : 0;
        } else {
            rate = 0;
            small_update(X + i * size[0], y, 1);
            for (int j = 0; j < m; j++) printf("result %.17g\n", a[layers][j]);
        }
    }
    rate = nothing;
    if (error == CROSS_ENTROPY) printf("result %.17g\n", loss / samples);
}

int main(int count, char **arguments) {
#ifdef BLAS
    if (count == 1) return puts(openblas_get_config()) == EOF;
#endif
    if (count != 4) return 2;
    load(arguments[1]);
    long updates = atol(arguments[2]);
    for (int round = atoi(arguments[3]); round > 0; round--) {
        double begun = processor_seconds();
        train(updates);
        printf("seconds %.9f\n", processor_seconds() - begun);
    }
    print_result();
    return 0;
}
