//! The story of a difficulty.
