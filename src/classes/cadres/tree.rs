//! The tree of those who train: classes, the cadres who came out of them, the classes that they give. Where each thing stands, in units of
//! a picture 380 wide; the template draws it and escapes its texts. Pure.

/// A class and who came out of it.
pub(super) struct Branch {
    pub(super) code: String,
    pub(super) when: String,
    pub(super) cadres: Vec<Bough>,
}

/// A cadre and what they give: a label and the look of its dot, for each class.
pub(super) struct Bough {
    pub(super) name: String,
    pub(super) look: &'static str,
    pub(super) given: Vec<(String, &'static str)>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Dot {
    pub(super) look: &'static str,
    pub(super) x: i64,
    pub(super) y: i64,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Label {
    pub(super) look: &'static str,
    pub(super) x: i64,
    pub(super) y: i64,
    pub(super) text: String,
}

/// See the module.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Tree {
    pub(super) height: i64,
    pub(super) lines: Vec<String>,
    /// Cadres.
    pub(super) dots: Vec<Dot>,
    /// Classes that they give.
    pub(super) squares: Vec<Dot>,
    pub(super) labels: Vec<Label>,
}

const ROW: i64 = 28;
/// Where the three columns begin.
const CLASS: i64 = 0;
const CADRE: i64 = 106;
const GIVEN: i64 = 268;
/// From a dot to its text.
const GAP: i64 = 10;
/// So wide a letter is, about.
const LETTER: i64 = 8;

pub(super) fn tree(branches: &[Branch]) -> Tree {
    let mut tree = Tree { height: 4, ..Tree::default() };
    for branch in branches {
        let top = tree.height;
        let mut boughs = Vec::new();
        for bough in &branch.cadres {
            boughs.push(tree.bough(bough));
        }
        // The class's two lines need as much.
        tree.height = tree.height.max(top + 2 * ROW);
        let middle = i64::midpoint(top, tree.height);
        tree.labels.push(Label { look: "strong", x: CLASS, y: middle + 1, text: branch.code.clone() });
        tree.labels.push(Label { look: "soft", x: CLASS, y: middle + 18, text: branch.when.clone() });
        for y in boughs {
            tree.lines.push(curve(CLASS + 64, middle, CADRE - 5, y));
        }
        tree.height += ROW / 2;
    }
    tree
}

impl Tree {
    /// Draws a cadre under what stands already, and says at which height.
    fn bough(&mut self, bough: &Bough) -> i64 {
        let rows = i64::try_from(bough.given.len().max(1)).unwrap_or(1);
        let y = self.height + rows * ROW / 2;
        self.dots.push(Dot { look: bough.look, x: CADRE, y });
        self.labels.push(Label { look: "", x: CADRE + GAP, y: y + 5, text: bough.name.clone() });
        let end = CADRE + GAP + 4 + LETTER * i64::try_from(bough.name.chars().count()).unwrap_or_default();
        for (row, (label, look)) in (0..).zip(&bough.given) {
            let at = self.height + row * ROW + ROW / 2;
            self.lines.push(curve(end.min(GIVEN - 12), y, GIVEN - 5, at));
            self.squares.push(Dot { look, x: GIVEN, y: at });
            self.labels.push(Label { look: "", x: GIVEN + GAP, y: at + 5, text: label.clone() });
        }
        self.height += rows * ROW;
        y
    }
}

fn curve(x: i64, y: i64, to_x: i64, to_y: i64) -> String {
    let middle = i64::midpoint(x, to_x);
    format!("M{x} {y}C{middle} {y} {middle} {to_y} {to_x} {to_y}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_stands_once_and_within_the_picture() {
        let bough =
            |name: &str, given: usize| Bough { name: name.into(), look: "good", given: vec![("SL26, 2 buổi".into(), "part"); given] };
        let branch = |cadres| Branch { code: "PT18".into(), when: "10/2018".into(), cadres };
        for (branches, cadres, given) in [
            (vec![branch(vec![bough("Hà Thị Hồng Vân", 1), bough("Hoàng Thị Thơm", 3), bough("Hà Văn Thắng", 0)])], 3, 4),
            (vec![branch(vec![bough("Nguyễn Thị Hải Yến", 1)]), branch(Vec::new())], 1, 1),
            (Vec::new(), 0, 0),
        ] {
            let it = tree(&branches);
            assert_eq!((it.dots.len(), it.squares.len(), it.lines.len()), (cadres, given, cadres + given));
            assert_eq!(it.labels.len(), cadres + given + 2 * branches.len());
            assert!(it.dots.iter().chain(&it.squares).all(|dot| (0..=380).contains(&dot.x) && (0..=it.height).contains(&dot.y)), "{it:?}");
            assert!(it.labels.iter().all(|label| (0..=it.height).contains(&label.y)), "{it:?}");
            let mut places: Vec<(i64, i64)> = it.labels.iter().map(|label| (label.x, label.y)).collect();
            places.sort_unstable();
            places.dedup();
            assert_eq!(places.len(), it.labels.len(), "no two texts on one point");
        }
    }
}
