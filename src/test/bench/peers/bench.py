"""Gradient descent in NumPy: in the large with whole batches, in the small as the published programs do it, retold.

Usage: bench.py FILE UPDATES ROUNDS; FILE as PeerFile.java writes it. Prints the seconds of each round and the result.
"""
import sys
import time

import numpy as np

HALF_SQUARED_ERROR, BINARY_CROSS_ENTROPY, CROSS_ENTROPY = range(3)


def load(name):
    numbers = np.fromfile(name, dtype="<f8")
    layers, biased, error, rate, batch, samples, scale = numbers[:7]
    sizes = [int(size) for size in numbers[7 : 8 + int(layers)]]
    at = 8 + int(layers)

    def take(*shape):
        nonlocal at
        count = int(np.prod(shape))
        at += count
        return numbers[at - count : at].reshape(shape).copy()

    W, b = [], []
    for d, m in zip(sizes, sizes[1:]):
        W.append(take(d, m))
        b.append(take(1, m) if biased else np.zeros((1, m)))
    n = int(samples)
    return W, b, bool(biased), int(error), rate, int(batch), scale, take(n, sizes[0]), take(n, sizes[-1])


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


class Layer:
    """One layer as source D's program keeps it: it remembers input and activations, and works on one row at a time."""

    def __init__(self, W, b):
        self.W, self.b = W, b

    def forward(self, x):
        self.x = np.atleast_2d(x)
        self.a = 1.0 / (1.0 + np.exp(-(x @ self.W + self.b)))
        return self.a

    def backward(self, dA):
        delta = np.atleast_2d(dA) * self.a * (1 - self.a)
        self.dW = np.matmul(self.x.T, delta)
        self.db = delta.sum(axis=0, keepdims=True)
        return delta @ self.W.T

    def step(self, rate):
        self.W -= rate * self.dW
        self.b -= rate * self.db


def objects(network, updates):
    """W1, layers as objects: the loss and its derivative are taken by their formulas at every sample."""
    W, b, _, _, rate, _, _, X, Y = network
    layers = [Layer(w.copy(), row.copy()) for w, row in zip(W, b)]
    for update in range(updates):
        a, y = X[update % len(X)], Y[update % len(X)]
        for layer in layers:
            a = layer.forward(a)
        loss = -(y * np.log(a) + (1 - y) * np.log(1 - a))
        dA = -1 * ((y / a) - (1 - y) / (1 - a))
        for layer in reversed(layers):
            dA = layer.backward(dA)
        for layer in layers:
            layer.step(rate)
    return [layer.W for layer in layers], [layer.b for layer in layers]


def lists(network, updates):
    """W2, as source A: lists of matrices, the derivatives of the activations beside the activations."""
    W, b, _, _, rate, _, _, X, Y = network
    W, b = [w.copy() for w in W], [row.copy() for row in b]
    for _ in range(updates):
        A, dA, x = [], [], X
        for i, w in enumerate(W):
            A.append(x)
            x = sigmoid(np.dot(x, w) + b[i])
            dA.append(x * (1 - x))
        E = (x - Y) * dA[-1]
        for i, w in reversed(list(enumerate(W))):
            dW = np.dot(A[i].T, E)
            db = np.dot(np.ones(shape=(1, E.shape[0])), E)
            before = np.dot(E, w.T) * dA[i - 1] if i > 0 else None
            W[i] -= dW * rate
            b[i] -= db * rate
            E = before
    return W, b


def whole_matrices(network, updates):
    """W3, as source B: three weight matrices, all samples at once, no bias."""
    W, b, _, _, rate, _, _, X, Y = network
    W1, W2, W3 = [w.copy() for w in W]
    for _ in range(updates):
        a1 = sigmoid(np.matmul(X, W1))
        a2 = sigmoid(np.matmul(a1, W2))
        o = sigmoid(np.matmul(a2, W3))
        o_delta = -(Y - o) * (o * (1 - o))
        a2_delta = np.matmul(o_delta, W3.T) * (a2 * (1 - a2))
        a1_delta = np.matmul(a2_delta, W2.T) * (a1 * (1 - a1))
        W1 -= rate * np.matmul(X.T, a1_delta)
        W2 -= rate * np.matmul(a1.T, a2_delta)
        W3 -= rate * np.matmul(a2.T, o_delta)
    return [W1, W2, W3], b


def large_forward(W, b, x):
    a = [x]
    for l in range(len(W)):
        z = a[-1] @ W[l]
        z += b[l]
        a.append(np.maximum(z, 0, out=z) if l < len(W) - 1 else z)
    z = a[-1]
    z -= z.max(axis=1, keepdims=True)
    np.exp(z, out=z)
    z /= z.sum(axis=1, keepdims=True)
    return a


def large_update(W, b, rate, x, y):
    a = large_forward(W, b, x)
    delta = (a[-1] - y) / len(x)
    for l in range(len(W) - 1, -1, -1):
        dW = a[l].T @ delta
        db = delta.sum(axis=0, keepdims=True)
        if l > 0:
            before = delta @ W[l].T
            before *= a[l] > 0
            delta = before
        dW *= rate
        W[l] -= dW
        b[l] -= rate * db


def batches(network, updates):
    """W4: whatever NumPy does well, in place where it can."""
    W, b, _, _, rate, batch, _, X, Y = network
    W, b = [w.copy() for w in W], [row.copy() for row in b]
    start = 0
    for _ in range(updates):
        large_update(W, b, rate, X[start : start + batch], Y[start : start + batch])
        start = 0 if start + batch >= len(X) else start + batch
    return W, b


def program(network):
    _, _, biased, error, _, _, _, _, _ = network
    if error == CROSS_ENTROPY:
        return batches
    if error == BINARY_CROSS_ENTROPY:
        return objects
    return lists if biased else whole_matrices


def result(network, W, b):
    _, _, _, error, _, _, _, X, Y = network
    if error == CROSS_ENTROPY:
        return [-np.mean(np.sum(Y * np.log(large_forward(W, b, X)[-1]), axis=1))]
    a = X
    for w, row in zip(W, b):
        a = sigmoid(a @ w + row)
    return a.ravel()


def main(file, updates, rounds):
    network = load(file)
    train = program(network)
    for _ in range(int(rounds)):
        begun = time.process_time()
        W, b = train(network, int(updates))
        print("seconds", time.process_time() - begun)
    for number in result(network, W, b):
        print("result", repr(float(number)))


main(*sys.argv[1:])
