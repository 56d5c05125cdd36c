"""The sequence model for names: tokens, features, decoding and the model file."""
