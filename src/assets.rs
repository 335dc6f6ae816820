//! What is compiled in: parsed once, typed.
