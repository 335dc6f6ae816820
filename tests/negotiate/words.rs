//! Moments in words.
