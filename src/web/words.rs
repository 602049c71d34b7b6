//! The words of every room, in Vietnamese and English, by fluent.

use crate::ground::Word;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use std::sync::Arc;
use unic_langid::langid;

/// A language of the interface. Vietnamese is the source of all texts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lang {
    #[default]
    Vi,
    En,
}

impl Lang {
    pub const ALL: [Self; 2] = [Self::Vi, Self::En];

    /// `vi`, `en`
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::Vi => "vi",
            Self::En => "en",
        }
    }

    /// As read from a cookie or an address; anything else is Vietnamese.
    #[must_use]
    pub fn from_tag(tag: &str) -> Self {
        if tag == "en" { Self::En } else { Self::Vi }
    }
}

/// A room's texts: `words/vi.ftl` and `words/en.ftl`.
#[derive(Clone, Copy, Debug)]
pub struct Texts {
    pub vi: &'static str,
    pub en: &'static str,
}

/// All words of the house in both languages.
pub struct Words {
    vi: FluentBundle<FluentResource>,
    en: FluentBundle<FluentResource>,
}

impl Words {
    /// Reads the texts of every room. A text that cannot be read, or a key said twice, is a fault of the build.
    pub fn read(rooms: &[Texts]) -> Result<Self, String> {
        let bundle = |lang: Lang| {
            let id = match lang {
                Lang::Vi => langid!("vi"),
                Lang::En => langid!("en"),
            };
            let mut bundle = FluentBundle::new_concurrent(vec![id]);
            // Isolation marks around every gap would break what people copy and search for.
            bundle.set_use_isolating(false);
            for texts in rooms {
                let text = if lang == Lang::Vi { texts.vi } else { texts.en };
                let resource = FluentResource::try_new(text.to_owned()).map_err(|(_, errors)| format!("{}: {errors:?}", lang.tag()))?;
                bundle.add_resource(resource).map_err(|errors| format!("{}: {errors:?}", lang.tag()))?;
            }
            Ok::<_, String>(bundle)
        };
        Ok(Self { vi: bundle(Lang::Vi)?, en: bundle(Lang::En)? })
    }

    fn say(&self, lang: Lang, key: &str, args: &[(&str, FluentValue<'_>)]) -> String {
        let bundle = if lang == Lang::Vi { &self.vi } else { &self.en };
        let Some(pattern) = bundle.get_message(key).and_then(|it| it.value()) else {
            return format!("⟦{key}⟧"); // a test draws every page and fails on this mark
        };
        let mut gaps = FluentArgs::with_capacity(args.len());
        for (name, value) in args {
            gaps.set((*name).to_owned(), value.clone());
        }
        let mut errors = Vec::new();
        let said = bundle.format_pattern(pattern, Some(&gaps), &mut errors).into_owned();
        if errors.is_empty() { said } else { format!("⟦{key}: {errors:?}⟧") }
    }
}

/// The words in one request's language. Templates say `{{ w.t("key") }}`.
#[derive(Clone)]
pub struct W {
    pub lang: Lang,
    words: Arc<Words>,
}

impl W {
    #[must_use]
    pub fn new(words: Arc<Words>, lang: Lang) -> Self {
        Self { lang, words }
    }

    /// A sentence without gaps.
    #[must_use]
    pub fn t(&self, key: &str) -> String {
        self.words.say(self.lang, key, &[])
    }

    /// A sentence with a count in the gap `n` (a number, so that fluent can choose the plural).
    #[must_use]
    pub fn n(&self, key: &str, n: impl TryInto<i64>) -> String {
        let n = n.try_into().unwrap_or_default();
        self.words.say(self.lang, key, &[("n", count(n))])
    }

    /// A sentence with one text in the gap `x`.
    #[must_use]
    pub fn x(&self, key: &str, x: impl std::fmt::Display) -> String {
        self.words.say(self.lang, key, &[("x", FluentValue::from(x.to_string()))])
    }

    /// A sentence with texts in the gaps `x` and `y`.
    #[must_use]
    pub fn xy(&self, key: &str, x: impl std::fmt::Display, y: impl std::fmt::Display) -> String {
        self.words.say(self.lang, key, &[("x", FluentValue::from(x.to_string())), ("y", FluentValue::from(y.to_string()))])
    }

    /// A sentence with a count in `n` and a text in `x`.
    #[must_use]
    pub fn nx(&self, key: &str, n: impl TryInto<i64>, x: impl std::fmt::Display) -> String {
        let n = n.try_into().unwrap_or_default();
        self.words.say(self.lang, key, &[("n", count(n)), ("x", FluentValue::from(x.to_string()))])
    }

    /// A sentence that a floor below speaks of by its key.
    #[must_use]
    pub fn word(&self, word: &Word) -> String {
        let gaps: Vec<(&str, FluentValue<'_>)> = word.args.iter().map(|(name, value)| (*name, FluentValue::from(value.as_str()))).collect();
        self.words.say(self.lang, word.key, &gaps)
    }
}

/// A count: chooses the plural, and is written with the dots of Vietnamese thousands by nobody but the page.
fn count(n: i64) -> FluentValue<'static> {
    FluentValue::from(n)
}
