//! The draft: what the data of a class say, as sentences of a provincial newspaper. Pure; Vietnamese only, as the page is.
//!
//! Every sentence stands on figures above zero and names that are not empty; what has none is not said, and a part without a sentence is
//! left out.

use super::item::{Figures, Part, Piece};
use crate::ground::dates::Date;
use crate::ground::numbers::{grouped, percent};
use crate::ground::text::clean;
use crate::places::within_sentence;

/// What is known of a class when its item is drafted. Names as they are kept; nothing here tells of a person.
#[derive(Clone, Debug, Default)]
pub struct Facts {
    pub name: String,
    pub province: String,
    pub venue: String,
    pub host: String,
    pub project: String,
    pub sponsor: String,
    pub provider: String,
    pub starts_on: Option<Date>,
    pub ends_on: Option<Date>,
    pub people: i64,
    /// These came; else they were only named.
    pub marked: bool,
    pub women: i64,
    /// Of them, those who came from a district's offices.
    pub officers: i64,
    /// And from the province's.
    pub provincial: i64,
    pub communes: i64,
    /// Where the communes lie, if that is a district.
    pub districts: Vec<String>,
    pub topics: Vec<String>,
    /// Documents that were presented, as they are cited.
    pub documents: Vec<String>,
    pub unclear: i64,
    pub opinions: i64,
    pub groups: i64,
    pub raised: i64,
    pub advised: i64,
    pub resolved: i64,
    pub partly: i64,
    pub sent: i64,
    pub dropped: i64,
    /// Fields of difficulties with how many were raised, the most first.
    pub fields: Vec<(String, i64)>,
    pub published: i64,
    pub stories: i64,
    pub practices: i64,
    /// Of them, some that are released: title, and the place.
    pub examples: Vec<(String, String)>,
    pub adoptions: i64,
    pub planning: i64,
    pub short_plans: i64,
    pub medium_plans: i64,
    pub steps: i64,
    pub evaluated: i64,
    pub cadres: i64,
    /// The next class of the project.
    pub next: Option<Next>,
}

/// The next class of the project.
#[derive(Clone, Debug)]
pub struct Next {
    pub province: String,
    pub starts_on: Option<Date>,
    /// It is still to come.
    pub planned: bool,
}

impl Facts {
    #[must_use]
    pub fn figures(&self) -> Figures {
        Figures {
            people: self.people,
            communes: self.communes,
            raised: self.raised,
            advised: self.advised,
            resolved: self.resolved,
            partly: self.partly,
            sent: self.sent,
            dropped: self.dropped,
        }
    }
}

/// The parts that the facts have something to tell for, in their order.
#[must_use]
pub fn draft(it: &Facts) -> Vec<Piece> {
    let tell = |part: Part| match part {
        Part::Headline => headline(it),
        Part::Lead => lead(it),
        Part::People => people(it),
        Part::Policy => policy(it),
        Part::Discussion => discussion(it),
        Part::Difficulties => difficulties(it),
        Part::Practices => practices(it),
        Part::Plans => plans(it),
        Part::Closing => closing(it),
        Part::Own => String::new(),
    };
    let told = Part::ALL.into_iter().map(|part| (part, shortened(&tell(part), part.longest())));
    told.filter(|(_, text)| !text.is_empty()).map(|(part, text)| Piece { part, drawn: text.clone(), text }).collect()
}

fn headline(it: &Facts) -> String {
    let (resolved, raised) = (grouped(it.resolved), grouped(it.raised));
    let said = match it.figures() {
        of if of.mostly_resolved() && it.resolved == it.raised => format!("tháo gỡ {raised} vướng mắc của cơ sở tại lớp tập huấn"),
        of if of.mostly_resolved() => format!("{resolved} trong {raised} vướng mắc của cơ sở được tháo gỡ qua lớp tập huấn"),
        _ if it.advised > 0 => format!("{} vướng mắc của cơ sở được chuyên gia tư vấn tại lớp tập huấn", grouped(it.advised)),
        _ if it.people > 0 => format!("{} cán bộ cơ sở dự lớp tập huấn", grouped(it.people)),
        _ => {
            let class = class(it);
            return capital(if class.is_empty() { "lớp tập huấn cán bộ cơ sở" } else { &class });
        }
    };
    let province = bare_province(&it.province);
    if province.is_empty() { capital(&said) } else { format!("{province}: {said}") }
}

fn lead(it: &Facts) -> String {
    let (venue, host, provider) = (name(&it.venue), name(&it.host), name(&it.provider));
    let by = match (provider.is_empty(), host.is_empty()) {
        (false, false) if provider != host => format!("{provider} phối hợp với {host} tổ chức"),
        (false, _) => format!("{provider} tổ chức"),
        (true, false) => format!("{host} tổ chức"),
        (true, true) => "đã diễn ra".to_owned(),
    };
    let class = class(it);
    let what = if class.is_empty() { "lớp tập huấn cán bộ cơ sở".to_owned() } else { class };
    let before = [when(it), some(&venue, |it| format!("tại {it}"))].into_iter().flatten().collect::<Vec<_>>().join(", ");
    let begun = if before.is_empty() { capital(&format!("{by} {what}")) } else { format!("{}, {by} {what}", capital(&before)) };
    let (project, sponsor) = (name(&it.project), name(&it.sponsor));
    let within = match (project.is_empty(), sponsor.is_empty()) {
        (false, false) => format!("Lớp học thuộc dự án đào tạo “{project}”, thực hiện với sự hỗ trợ của {sponsor}."),
        (false, true) => format!("Lớp học thuộc dự án đào tạo “{project}”."),
        (true, false) => format!("Lớp học được thực hiện với sự hỗ trợ của {sponsor}."),
        (true, true) => String::new(),
    };
    together([format!("{begun}."), within])
}

fn people(it: &Facts) -> String {
    if it.people < 1 {
        return String::new();
    }
    let districts: Vec<String> = it.districts.iter().map(|it| short_place(it)).filter(|it| !it.is_empty()).collect();
    let from = match (it.communes, districts.as_slice()) {
        (1.., []) => format!(", đến từ {}", communes(it.communes)),
        (1.., [one]) => format!(", đến từ {} thuộc huyện {one}", communes(it.communes)),
        (1.., some) if some.len() <= 6 => format!(", đến từ {} thuộc các huyện {}", communes(it.communes), listed(some)),
        (1.., many) => format!(", đến từ {} thuộc {} huyện", communes(it.communes), many.len()),
        _ => String::new(),
    };
    let among: Vec<String> = [(it.officers, "cán bộ cấp huyện"), (it.provincial, "cán bộ cấp tỉnh"), (it.women, "cán bộ nữ")]
        .into_iter()
        .filter(|(n, _)| (1..it.people).contains(n))
        .map(|(n, what)| format!("{} {what}", grouped(n)))
        .collect();
    let among = if among.is_empty() { String::new() } else { format!("Trong số này có {}.", listed(&among)) };
    let came = if it.marked { "tham dự" } else { "được cử dự" };
    together([format!("Lớp học có {} cán bộ {came}{from}.", grouped(it.people)), among])
}

fn policy(it: &Facts) -> String {
    let topics: Vec<String> = it.topics.iter().map(|it| gist(it)).filter(|it| !it.is_empty()).collect();
    let sessions = match topics.as_slice() {
        [] => String::new(),
        [one] => format!("Nội dung của lớp là {one}."),
        some => format!("Trong {} buổi, lớp học lần lượt đi qua các nội dung: {}.", some.len(), topics.join("; ")),
    };
    let documents: Vec<String> = it.documents.iter().map(|it| name(it)).filter(|it| !it.is_empty()).collect();
    let presented = match documents.as_slice() {
        [] => String::new(),
        [one] => format!("Các chuyên gia giới thiệu những điểm mới của {one}."),
        some if some.len() <= 4 => format!("Các chuyên gia giới thiệu những điểm mới của {} văn bản: {}.", some.len(), listed(some)),
        many => {
            let first = many.get(..3).unwrap_or_default();
            format!("Các chuyên gia giới thiệu những điểm mới của {} văn bản, trong đó có {}.", many.len(), listed(first))
        }
    };
    let unclear = when_some(it.unclear, |n| format!("Học viên đã đánh dấu {n} chỗ chưa rõ trong văn bản để được giải thích thêm."));
    together([sessions, presented, unclear])
}

fn discussion(it: &Facts) -> String {
    let opinions = when_some(it.opinions, |n| format!("Học viên nêu {n} ý kiến trong các buổi thảo luận."));
    let groups = if it.groups > 1 {
        format!("Chia thành {} nhóm, học viên kể câu chuyện của địa phương mình và bàn cách làm.", grouped(it.groups))
    } else {
        String::new()
    };
    together([groups, opinions])
}

fn difficulties(it: &Facts) -> String {
    if it.raised < 1 {
        return String::new();
    }
    let named = it.fields.iter().filter(|(field, n)| *n > 1 && !name(field).is_empty());
    let most: Vec<String> = named.take(2).map(|(field, _)| within_sentence(&name(field))).collect();
    let most = if most.is_empty() { String::new() } else { format!(", nhiều nhất về {}", listed(&most)) };
    let raised = format!("Các địa phương đã nêu {} vướng mắc{most}.", grouped(it.raised));
    let advised = match it.advised {
        1.. if it.advised == it.raised && it.raised > 1 => "Tất cả đều được chuyên gia tư vấn, chỉ rõ căn cứ.".to_owned(),
        n => when_some(n, |n| format!("Chuyên gia đã tư vấn, chỉ rõ căn cứ cho {n} vướng mắc.")),
    };
    let share = if it.figures().mostly_resolved() && it.raised >= 5 { percent(it.resolved, it.raised) } else { None };
    let share = share.map(|it| format!(", đạt {it}")).unwrap_or_default();
    let resolved = when_some(it.resolved, |n| format!("{n} vướng mắc đã được tháo gỡ{share}"));
    let partly = when_some(it.partly, |n| format!("{n} vướng mắc gỡ được một phần"));
    let told: Vec<String> = [resolved, partly].into_iter().filter(|it| !it.is_empty()).collect();
    let untangled = if told.is_empty() { String::new() } else { format!("Theo xác nhận của người nêu, {}.", told.join("; ")) };
    let sent = when_some(it.sent, |n| format!("Có {n} vướng mắc vượt thẩm quyền, được chuyển lên cấp trên kèm thời hạn trả lời."));
    let dropped = when_some(it.dropped, |n| format!("Có {n} vướng mắc người nêu cho biết không còn cần gỡ."));
    let rest = when_some(it.figures().rest(), |n| format!("Còn {n} vướng mắc tiếp tục được chuyên gia theo dõi, giải đáp sau lớp."));
    let published = when_some(it.published, |n| format!("Đã có {n} lời giải đáp được công bố để các địa phương khác tham khảo."));
    together([raised, advised, untangled, sent, dropped, rest, published])
}

fn practices(it: &Facts) -> String {
    let told: Vec<String> = [(it.stories, "câu chuyện"), (it.practices, "cách làm mới")]
        .into_iter()
        .filter(|it| it.0 > 0)
        .map(|(n, what)| format!("{} {what}", grouped(n)))
        .collect();
    if told.is_empty() {
        return String::new();
    }
    let examples: Vec<String> = it
        .examples
        .iter()
        .map(|(title, place)| (name(title), within_sentence(&name(place))))
        .filter(|(title, place)| !title.is_empty() && !place.is_empty())
        .take(2)
        .map(|(title, place)| format!("“{title}” của {place}"))
        .collect();
    let among = if examples.is_empty() { String::new() } else { format!(", trong đó có {}", listed(&examples)) };
    let taken = when_some(it.adoptions, |n| format!("Đã có {n} địa phương làm theo."));
    together([format!("Các địa phương giới thiệu {}{among}.", told.join(" và ")), taken])
}

fn plans(it: &Facts) -> String {
    let plans: Vec<String> = [(it.short_plans, "kế hoạch ngắn hạn"), (it.medium_plans, "kế hoạch trung hạn")]
        .into_iter()
        .filter(|it| it.0 > 0)
        .map(|(n, what)| format!("{} {what}", grouped(n)))
        .collect();
    if plans.is_empty() {
        return String::new();
    }
    let who = if it.planning > 0 { format!("{} địa phương", grouped(it.planning)) } else { "các địa phương".to_owned() };
    let steps = if it.steps > 0 { format!(", gồm {} việc có thời hạn", grouped(it.steps)) } else { String::new() };
    format!("Trước khi ra về, {who} đã trình bày {}{steps}.", plans.join(" và "))
}

fn closing(it: &Facts) -> String {
    let evaluated = when_some(it.evaluated, |n| format!("Cuối lớp, {n} học viên gửi phiếu đánh giá không ghi tên."));
    let cadres = when_some(it.cadres, |n| format!("Có {n} học viên được giới thiệu làm cán bộ nguồn, tiếp tục tập huấn cho địa phương."));
    let next = it.next.as_ref().map(next).unwrap_or_default();
    together([evaluated, cadres, next])
}

fn next(it: &Next) -> String {
    let province = within_sentence(&name(&it.province));
    if province.is_empty() {
        return String::new();
    }
    let month = it.starts_on.map(|it| format!(" vào tháng {}/{}", it.month(), it.year())).unwrap_or_default();
    if it.planned {
        format!("Theo kế hoạch, lớp tiếp theo của dự án sẽ mở tại {province}{month}.")
    } else {
        format!("Lớp tiếp theo của dự án đã được mở tại {province}{month}.")
    }
}

/// `trong hai ngày 16 và 17/10/2018`
fn when(it: &Facts) -> Option<String> {
    let (first, last) = (it.starts_on?, it.ends_on.or(it.starts_on)?);
    Some(match first.days_until(last) {
        ..=0 => format!("ngày {first}"),
        1 if first.month() == last.month() => format!("trong hai ngày {:02} và {last}", first.day()),
        _ if first.year() == last.year() && first.month() == last.month() => format!("từ ngày {:02} đến ngày {last}", first.day()),
        _ => format!("từ ngày {first} đến ngày {last}"),
    })
}

/// `lớp tập huấn cán bộ xã, huyện tỉnh Phú Thọ`
fn class(it: &Facts) -> String {
    let own = name(&it.name);
    let within = within_sentence(&own);
    if own.is_empty() || within.starts_with("lớp ") { within } else { format!("lớp “{own}”") }
}

/// The first thing that a session's topic says, as within a sentence.
fn gist(topic: &str) -> String {
    let topic = name(topic);
    let after = topic.strip_prefix("Khai mạc").map_or(topic.as_str(), |it| it.trim_start_matches(['.', ',', ';', ':', ' ']));
    let first = after.split([':', ';']).next().unwrap_or_default();
    let first = first.split(". ").next().unwrap_or_default();
    let text = name(first);
    let mut letters = text.chars();
    match (letters.next(), letters.next()) {
        // An abbreviation keeps its capitals.
        (Some(_), Some(second)) if second.is_uppercase() => text,
        _ => within_sentence(&text),
    }
}

fn communes(n: i64) -> String {
    format!("{} xã", grouped(n))
}

/// `Huyện Tân Sơn` → `Tân Sơn`
fn short_place(full_name: &str) -> String {
    let full = name(full_name);
    full.strip_prefix("Huyện ").or_else(|| full.strip_prefix("huyện ")).unwrap_or(&full).to_owned()
}

/// `tỉnh Phú Thọ` → `Phú Thọ`
fn bare_province(full_name: &str) -> String {
    let full = within_sentence(&name(full_name));
    ["tỉnh ", "thành phố "].iter().find_map(|lead| full.strip_prefix(lead)).map_or_else(|| name(full_name), str::to_owned)
}

/// `A, B và C`
fn listed(all: &[String]) -> String {
    match all.split_last() {
        None => String::new(),
        Some((last, [])) => last.clone(),
        Some((last, others)) => format!("{} và {last}", others.join(", ")),
    }
}

/// A name as it can stand in a sentence: one line, without a stop of its own.
fn name(text: &str) -> String {
    clean(text).trim_end_matches(['.', ',', ';', ':', ' ']).to_owned()
}

fn some(text: &str, say: impl Fn(&str) -> String) -> Option<String> {
    Some(text).filter(|it| !it.is_empty()).map(say)
}

fn when_some(n: i64, say: impl Fn(String) -> String) -> String {
    if n > 0 { say(grouped(n)) } else { String::new() }
}

fn together<const N: usize>(sentences: [String; N]) -> String {
    sentences.into_iter().filter(|it| !it.is_empty()).collect::<Vec<_>>().join(" ")
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// No longer than there is room for, cut at a blank.
fn shortened(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let kept: String = text.chars().take(most - 1).collect();
    format!("{}…", kept.rsplit_once(' ').map_or(kept.as_str(), |it| it.0))
}

#[cfg(test)]
mod tests;
