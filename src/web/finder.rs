//! What finds things by their words; given by the `search` room, the lowest, to those above it.

use crate::ground::Problem;
use std::any::Any;
use std::future::Future;
use std::pin::Pin;

/// What is like a text, and where to look for it.
#[derive(Clone, Copy, Debug)]
pub struct Like<'a> {
    /// `difficulty`
    pub kind: &'static str,
    pub text: &'a str,
    /// Classes and projects whose inside is looked at, beside what anyone may read. Whether the asker may is for the room that asks.
    pub within: &'a [&'a str],
    pub most: usize,
}

/// One thing that is like it.
#[derive(Clone, Debug, PartialEq)]
pub struct Alike {
    pub id: String,
    /// How much of what the text says it says too, from 0 to 1.
    pub share: f32,
}

/// What [`Finder::alike`] gives.
pub type Finding<'a> = Pin<Box<dyn Future<Output = Result<Vec<Alike>, Problem>> + Send + 'a>>;

/// See the module.
pub trait Finder: Any + Send + Sync {
    /// What is like a text, the most alike first.
    fn alike<'a>(&'a self, like: Like<'a>) -> Finding<'a>;
}
