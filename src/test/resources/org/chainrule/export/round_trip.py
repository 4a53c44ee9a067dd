"""NumPy's side of the round trip.

round_trip.py read FILE         prints what NumPy sees in a model, and what it computes with it
round_trip.py write DIRECTORY   writes the same model in every way that np.savez has
"""
import sys

import numpy as np

FUNCTIONS = {
    "tanh": np.tanh,
    "softmax": lambda z: np.exp(z) / np.exp(z).sum(axis=1, keepdims=True),
}


def predict(model, X):
    A = (X - model["scaler.mean"]) / model["scaler.std"]
    for l in range(1, len(model["architecture"])):
        Z = A @ model[f"layer{l}.W"] + model[f"layer{l}.b"]
        A = FUNCTIONS[str(model[f"layer{l}.activation"])](Z)
    return A


def read(path):
    model = np.load(path)  # allow_pickle is False: nothing in the file runs
    for name in model.files:
        array = model[name]
        print(name, array.dtype.str, array.shape, array.tolist())
    print(predict(model, np.array([[1.0, 100.0], [4.0, 800.0]])).tolist())


def write(directory):
    model = dict(
        format="chainrule model",
        version=1,
        architecture=np.array([2, 3, 2]),
        input_names=np.array(["length", "größe"]),
        target_names=np.array(["no", "日本 🌱"]),
    )
    model["scaler.mean"] = np.array([1.5, -2])
    model["scaler.std"] = np.array([0.25, 8])
    model["layer1.W"] = np.array([[1, 2, 3], [-4, 5, -6]]) / 8
    model["layer1.b"] = np.array([1, 0, -1]) / 2
    model["layer1.activation"] = "tanh"
    model["layer2.W"] = np.array([[1, -1], [2, -2], [3, -3]]) / 4
    model["layer2.activation"] = "softmax"

    def save(name, to, arrays):
        to(f"{directory}/{name}.npz", **arrays)

    def numbers(convert):
        floats = lambda name: name.startswith("scaler") or name.endswith((".W", ".b"))
        return {name: convert(array) if floats(name) else array for name, array in model.items()}

    save("savez", np.savez, model)
    save("savez_compressed", np.savez_compressed, model)
    save("fortran_order", np.savez, numbers(np.asfortranarray))
    save("float32", np.savez, numbers(lambda a: a.astype(np.float32)))
    save("bias_as_a_row", np.savez, {**model, "layer1.b": model["layer1.b"][np.newaxis, :]})
    big = {name: np.asarray(a).astype(np.asarray(a).dtype.newbyteorder(">")) for name, a in model.items()}
    save("big_endian", np.savez, big)
    for name in ["int16", "uint8", "int32"]:
        save(f"architecture_{name}", np.savez, {**model, "architecture": np.array([2, 3, 2], dtype=name)})
    objects = {**model, "input_names": np.array(["length", "größe"], dtype=object)}
    save("pickled", np.savez, objects)


{"read": read, "write": write}[sys.argv[1]](sys.argv[2])
