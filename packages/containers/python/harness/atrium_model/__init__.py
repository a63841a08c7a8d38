"""Training: from an Arrow table to a fitted scikit-learn pipeline, what it is worth, and the same thing as ONNX."""
