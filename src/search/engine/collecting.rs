//! Every text that a query finds, with its score: for counting, which needs them all.

use tantivy::collector::{Collector, SegmentCollector};
use tantivy::{DocAddress, DocId, Score, SegmentOrdinal, SegmentReader};

/// Those that have at least this part of the best one's score.
pub(super) struct All {
    pub(super) part: Score,
}

pub(super) struct AllOf {
    segment: SegmentOrdinal,
    part: Score,
    best: Score,
    hits: Vec<(Score, DocId)>,
}

impl Collector for All {
    type Fruit = Vec<(Score, DocAddress)>;
    type Child = AllOf;

    fn for_segment(&self, segment: SegmentOrdinal, _: &SegmentReader) -> tantivy::Result<AllOf> {
        Ok(AllOf { segment, part: self.part, best: 0.0, hits: Vec::new() })
    }

    fn requires_scoring(&self) -> bool {
        true
    }

    fn merge_fruits(&self, fruits: Vec<Self::Fruit>) -> tantivy::Result<Self::Fruit> {
        let mut all: Self::Fruit = fruits.into_iter().flatten().collect();
        let best = all.iter().map(|it| it.0).fold(0.0, Score::max);
        all.retain(|it| it.0 >= best * self.part);
        all.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        Ok(all)
    }
}

impl SegmentCollector for AllOf {
    type Fruit = Vec<(Score, DocAddress)>;

    fn collect(&mut self, doc: DocId, score: Score) {
        if score >= self.best * self.part {
            self.best = self.best.max(score);
            self.hits.push((score, doc));
        }
    }

    fn harvest(self) -> Self::Fruit {
        let least = self.best * self.part;
        let address = |doc: DocId| DocAddress { segment_ord: self.segment, doc_id: doc };
        self.hits.into_iter().filter(|it| it.0 >= least).map(|(score, doc)| (score, address(doc))).collect()
    }
}
