//! What a typed text was taken for.

pub enum Meaning<T> {
    Plain(T),
    /// It reads otherwise than it was typed, so it is said below the field.
    Said(T, String),
    /// Only the person who typed knows which: a question, and every answer with what it means.
    Asked(&'static str, Vec<(String, T)>),
    Problem(String),
}

impl<T> Meaning<T> {
    /// There is exactly one value.
    pub fn is_clear(&self) -> bool {
        match self {
            Self::Plain(_) | Self::Said(..) => true,
            Self::Asked(..) | Self::Problem(_) => false,
        }
    }
}
