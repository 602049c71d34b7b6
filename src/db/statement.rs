//! One portable SQL text per query, declared once per room, and what can run it.

use super::value::{FromRow, Row, Value};
use crate::ground::Problem;
use std::future::Future;

/// A named SQL text that both engines accept. Parameters are `$1`, `$2`, …
#[derive(Clone, Copy, Debug)]
pub struct Statement {
    pub name: &'static str,
    pub sql: &'static str,
}

/// Declares a room's statements as constants and as the list `ALL`, so that a test can prepare each on both engines.
#[macro_export]
macro_rules! statements {
    ($($(#[$doc:meta])* $name:ident = $sql:expr;)+) => {
        $($(#[$doc])* pub(crate) const $name: $crate::db::Statement = $crate::db::Statement { name: stringify!($name), sql: $sql };)+
        /// Every statement of this list.
        pub(crate) const ALL: &[$crate::db::Statement] = &[$($name),+];
    };
}

/// The values of a statement's parameters, in order.
#[macro_export]
macro_rules! args {
    ($($value:expr),* $(,)?) => { &[$($crate::db::Value::from($value)),*] };
}

/// Says how a row becomes a noun: the fields in the order of the select list.
#[macro_export]
macro_rules! row {
    ($type:ident { $($field:ident),+ $(,)? }) => {
        impl $crate::db::FromRow for $type {
            fn from_row(row: &mut $crate::db::Row) -> Result<Self, $crate::ground::Problem> {
                Ok(Self { $($field: row.take()?),+ })
            }
        }
    };
}

/// Reads named values ([`names!`](crate::names)) from a column; a name that is none of theirs is a problem, not a guess.
#[macro_export]
macro_rules! stored {
    ($($type:ty),+ $(,)?) => {$(
        impl $crate::db::FromValue for $type {
            fn from_value(value: $crate::db::Value) -> Result<Self, $crate::ground::Problem> {
                let name = <String as $crate::db::FromValue>::from_value(value)?;
                Self::from_name(&name).ok_or_else(|| $crate::ground::Problem::new(format!("{name} is no {}", stringify!($type))))
            }
        }
    )+};
}

/// Something that answers statements: the store itself (what is committed) or a transaction (also what it has done so far).
pub trait Run: Sync {
    /// The rows of a query.
    fn rows(&self, statement: &Statement, args: &[Value]) -> impl Future<Output = Result<Vec<Row>, Problem>> + Send;

    /// The rows as nouns.
    fn all<T: FromRow + Send>(&self, statement: &Statement, args: &[Value]) -> impl Future<Output = Result<Vec<T>, Problem>> + Send {
        async move { self.rows(statement, args).await?.iter_mut().map(T::from_row).collect() }
    }

    /// The first row, if there is one.
    fn one<T: FromRow + Send>(&self, statement: &Statement, args: &[Value]) -> impl Future<Output = Result<Option<T>, Problem>> + Send {
        async move { self.rows(statement, args).await?.first_mut().map(T::from_row).transpose() }
    }

    /// The first row, which the statement always has (a count, say).
    fn the<T: FromRow + Send>(&self, statement: &Statement, args: &[Value]) -> impl Future<Output = Result<T, Problem>> + Send {
        async move { self.one(statement, args).await?.ok_or_else(|| Problem::new(format!("{} gave no row", statement.name))) }
    }
}
