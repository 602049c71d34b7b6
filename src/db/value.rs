//! What goes into a statement and what comes out: five kinds of value, the same on both engines.

use crate::ground::Problem;
use bytes::BytesMut;
use rusqlite::types::{ToSqlOutput, Value as SqliteValue, ValueRef};
use tokio_postgres::types::{IsNull, ToSql, Type};

/// One value. Booleans and integers are one on SQLite, so readers convert.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    Null,
    Text(String),
    Int(i64),
    Bool(bool),
    Real(f64),
}

macro_rules! value_from {
    ($($from:ty => |$it:ident| $to:expr),+ $(,)?) => {$(
        impl From<$from> for Value {
            fn from($it: $from) -> Self { $to }
        }
    )+};
}
value_from! {
    &str => |it| Self::Text(it.to_owned()),
    String => |it| Self::Text(it),
    &String => |it| Self::Text(it.clone()),
    i64 => |it| Self::Int(it),
    i32 => |it| Self::Int(it.into()),
    u32 => |it| Self::Int(it.into()),
    usize => |it| Self::Int(i64::try_from(it).unwrap_or(i64::MAX)),
    bool => |it| Self::Bool(it),
    f64 => |it| Self::Real(it),
    crate::ground::Instant => |it| Self::Int(it.0),
}
impl<T: Into<Self>> From<Option<T>> for Value {
    fn from(it: Option<T>) -> Self {
        it.map_or(Self::Null, Into::into)
    }
}
impl<T: Clone + Into<Self>> From<&Option<T>> for Value {
    fn from(it: &Option<T>) -> Self {
        it.clone().map_or(Self::Null, Into::into)
    }
}

/// Reads one column. Says what it wanted when it finds something else.
pub trait FromValue: Sized {
    fn from_value(value: Value) -> Result<Self, Problem>;
}

impl FromValue for String {
    fn from_value(value: Value) -> Result<Self, Problem> {
        match value {
            Value::Text(it) => Ok(it),
            other => Err(Problem::new(format!("a text was expected, not {other:?}"))),
        }
    }
}
impl FromValue for i64 {
    fn from_value(value: Value) -> Result<Self, Problem> {
        match value {
            Value::Int(it) => Ok(it),
            Value::Bool(it) => Ok(Self::from(it)),
            other => Err(Problem::new(format!("a whole number was expected, not {other:?}"))),
        }
    }
}
impl FromValue for bool {
    fn from_value(value: Value) -> Result<Self, Problem> {
        match value {
            Value::Bool(it) => Ok(it),
            Value::Int(it) => Ok(it != 0),
            other => Err(Problem::new(format!("yes or no was expected, not {other:?}"))),
        }
    }
}
impl FromValue for f64 {
    fn from_value(value: Value) -> Result<Self, Problem> {
        match value {
            Value::Real(it) => Ok(it),
            other => Err(Problem::new(format!("a number was expected, not {other:?}"))),
        }
    }
}
impl FromValue for crate::ground::Instant {
    fn from_value(value: Value) -> Result<Self, Problem> {
        i64::from_value(value).map(Self)
    }
}
impl<T: FromValue> FromValue for Option<T> {
    fn from_value(value: Value) -> Result<Self, Problem> {
        match value {
            Value::Null => Ok(None),
            some => T::from_value(some).map(Some),
        }
    }
}

/// One row, read column by column in the order of the select list.
#[derive(Clone, Debug)]
pub struct Row {
    values: std::vec::IntoIter<Value>,
}

impl Row {
    pub(super) fn new(values: Vec<Value>) -> Self {
        Self { values: values.into_iter() }
    }

    /// The next column.
    pub fn take<T: FromValue>(&mut self) -> Result<T, Problem> {
        T::from_value(self.values.next().ok_or_else(|| Problem::new("the row has fewer columns than were asked of it"))?)
    }

    /// The columns not yet taken.
    pub(super) fn rest(self) -> Vec<Value> {
        self.values.collect()
    }
}

/// A noun that a row can become. Write it with [`crate::db::row!`].
pub trait FromRow: Sized {
    fn from_row(row: &mut Row) -> Result<Self, Problem>;
}

impl<T: FromValue> FromRow for T {
    fn from_row(row: &mut Row) -> Result<Self, Problem> {
        row.take()
    }
}
macro_rules! tuples {
    ($($($name:ident)+;)+) => {$(
        impl<$($name: FromValue),+> FromRow for ($($name,)+) {
            fn from_row(row: &mut Row) -> Result<Self, Problem> {
                Ok(($(row.take::<$name>()?,)+))
            }
        }
    )+};
}
tuples! { A B; A B C; A B C D; A B C D E; A B C D E F; A B C D E F G; A B C D E F G H; }

impl rusqlite::ToSql for Value {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(match self {
            Self::Null => ToSqlOutput::Owned(SqliteValue::Null),
            Self::Text(it) => ToSqlOutput::Borrowed(ValueRef::Text(it.as_bytes())),
            Self::Int(it) => ToSqlOutput::Owned(SqliteValue::Integer(*it)),
            Self::Bool(it) => ToSqlOutput::Owned(SqliteValue::Integer(i64::from(*it))),
            Self::Real(it) => ToSqlOutput::Owned(SqliteValue::Real(*it)),
        })
    }
}

impl ToSql for Value {
    fn to_sql(&self, ty: &Type, out: &mut BytesMut) -> Result<IsNull, Box<dyn std::error::Error + Sync + Send>> {
        match self {
            Self::Null => Ok(IsNull::Yes),
            Self::Text(it) => it.to_sql(ty, out),
            Self::Int(it) if *ty == Type::INT4 => i32::try_from(*it)?.to_sql(ty, out),
            Self::Int(it) if *ty == Type::BOOL => (*it != 0).to_sql(ty, out),
            Self::Int(it) => it.to_sql(ty, out),
            Self::Bool(it) => it.to_sql(ty, out),
            Self::Real(it) => it.to_sql(ty, out),
        }
    }

    fn accepts(_: &Type) -> bool {
        true // a value of the wrong kind is refused by the server, with the statement's name in our error
    }

    tokio_postgres::types::to_sql_checked!();
}

pub(super) fn from_sqlite(value: ValueRef<'_>) -> Result<Value, Problem> {
    Ok(match value {
        ValueRef::Null => Value::Null,
        ValueRef::Integer(it) => Value::Int(it),
        ValueRef::Real(it) => Value::Real(it),
        ValueRef::Text(it) => Value::Text(std::str::from_utf8(it)?.to_owned()),
        ValueRef::Blob(_) => return Err(Problem::new("bytes in a column: large things belong beside the journal")),
    })
}

pub(super) fn from_postgres(row: &tokio_postgres::Row) -> Result<Row, Problem> {
    let mut values = Vec::with_capacity(row.len());
    for (i, column) in row.columns().iter().enumerate() {
        values.push(match *column.type_() {
            Type::TEXT | Type::VARCHAR | Type::NAME => row.try_get::<_, Option<String>>(i)?.map_or(Value::Null, Value::Text),
            Type::INT8 => row.try_get::<_, Option<i64>>(i)?.map_or(Value::Null, Value::Int),
            Type::INT4 => row.try_get::<_, Option<i32>>(i)?.map_or(Value::Null, |it| Value::Int(it.into())),
            Type::BOOL => row.try_get::<_, Option<bool>>(i)?.map_or(Value::Null, Value::Bool),
            Type::FLOAT8 => row.try_get::<_, Option<f64>>(i)?.map_or(Value::Null, Value::Real),
            ref other => return Err(Problem::new(format!("column {} is {other}: cast it in the statement", column.name()))),
        });
    }
    Ok(Row::new(values))
}
