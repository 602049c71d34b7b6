//! Words that are stored: an enum whose values have a name in the store, in addresses and in forms, and the key of what people read.

/// Gives an enum `ALL` in its order, `name` as stored, `from_name` as read back, and `word`, the key of its word.
#[macro_export]
macro_rules! names {
    ($type:ident { $($name:ident = $text:literal, $word:literal;)+ }) => {
        impl $type {
            pub const ALL: [Self; [$($text),+].len()] = [$(Self::$name),+];

            /// As stored.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self { $(Self::$name => $text),+ }
            }

            /// As read back.
            #[must_use]
            pub fn from_name(name: &str) -> Option<Self> {
                Self::ALL.into_iter().find(|it| it.name() == name)
            }

            /// The key of its word.
            #[must_use]
            pub fn word(self) -> &'static str {
                match self { $(Self::$name => $word),+ }
            }
        }
    };
}
