//! What is like a text, for the rooms above.

use super::Index;
use super::engine::Asked;
use super::sees;
use crate::web::{Alike, Finder, Finding, Like};

impl Finder for Index {
    fn alike<'a>(&'a self, like: Like<'a>) -> Finding<'a> {
        Box::pin(async move {
            self.fresh().await;
            let mut seen = vec![sees::ALL.to_owned()];
            seen.extend(like.within.iter().filter(|id| !id.is_empty()).map(|id| format!("see:in:{id}")));
            let asked = Asked {
                text: like.text.to_owned(),
                within: vec![seen, vec![format!("kind:{}", like.kind)]],
                without: Vec::new(),
                // One thing may be found twice: from the inside, and as it was published.
                most: like.most * 2,
            };
            let mut out: Vec<Alike> = Vec::new();
            for found in self.engine().search(&asked)? {
                let Some((_, id)) = found.key.split_once('/') else { continue };
                match out.iter_mut().find(|it| it.id == id) {
                    Some(it) => it.share = it.share.max(found.title_share),
                    None => out.push(Alike { id: id.to_owned(), share: found.title_share }),
                }
            }
            out.truncate(like.most);
            Ok(out)
        })
    }
}
