//! The shapes of the files in `demo/`. Its README has every field; here are those that are loaded.

use crate::ground::Problem;
use serde::Deserialize;
use serde::de::DeserializeOwned;

#[derive(Deserialize)]
pub(super) struct Programmes {
    pub programmes: Vec<Programme>,
    pub listings: Vec<Listing>,
}

#[derive(Deserialize)]
pub(super) struct Programme {
    pub key: String,
    pub name: String,
    pub full_name: String,
    pub periods: Vec<Period>,
}

#[derive(Deserialize)]
pub(super) struct Period {
    pub key: String,
    pub name: String,
    pub from: String,
    pub to: String,
    pub lead: String,
    pub basis: Vec<String>,
    pub mark: String,
    #[serde(default)]
    pub note: String,
    pub components: Vec<Component>,
}

#[derive(Deserialize)]
pub(super) struct Component {
    pub code: String,
    pub parent: Option<String>,
    pub name: String,
    pub mark: String,
    #[serde(default)]
    pub note: String,
}

#[derive(Deserialize)]
pub(super) struct Listing {
    pub era: String,
    pub place: String,
    pub period: String,
    pub list: String,
    pub basis: String,
    pub from: String,
    pub to: Option<String>,
    pub mark: String,
    pub source: String,
}

#[derive(Deserialize)]
pub(super) struct Library {
    pub documents: Vec<Document>,
    pub relations: Vec<Relation>,
    pub provisions: Vec<Provision>,
}

#[derive(Deserialize)]
pub(super) struct Document {
    pub key: String,
    pub kind: String,
    pub number: String,
    pub short: String,
    pub issuer: String,
    pub title: Option<String>,
    pub issued_on: Option<String>,
    pub effective_on: Option<String>,
    pub expires_on: Option<String>,
    pub mark: String,
    #[serde(default)]
    pub dates_mark: String,
    pub source: String,
    pub checked_on: Option<String>,
    #[serde(default)]
    pub note: String,
    /// A file of `demo/texts/`.
    pub text: Option<String>,
}

#[derive(Deserialize)]
pub(super) struct Relation {
    pub from: String,
    pub kind: String,
    pub to: String,
    pub on: Option<String>,
    pub mark: String,
    #[serde(default)]
    pub note: String,
    #[serde(default)]
    pub basis: String,
    #[serde(default)]
    pub partial: bool,
    #[serde(default)]
    pub provisions: Vec<Spot>,
}

#[derive(Deserialize)]
pub(super) struct Provision {
    pub document: String,
    #[serde(flatten)]
    pub spot: Spot,
    pub summary: String,
    pub mark: String,
    pub source: String,
    pub checked_on: Option<String>,
}

/// An article, clause, point: numbers or letters, absent where the whole is meant.
#[derive(Deserialize, Clone, Default)]
pub(super) struct Spot {
    pub article: Option<Label>,
    pub clause: Option<Label>,
    pub point: Option<Label>,
}

/// A number or a letter, as the file has it.
#[derive(Deserialize, Clone)]
#[serde(untagged)]
pub(super) enum Label {
    Number(u32),
    Text(String),
}

impl Label {
    pub(super) fn text(label: Option<&Self>) -> String {
        match label {
            Some(Self::Number(n)) => n.to_string(),
            Some(Self::Text(it)) => it.clone(),
            None => String::new(),
        }
    }
}

#[derive(Deserialize)]
pub(super) struct ClassFile {
    pub training_project: Project,
    pub class: Class,
    pub persons: Vec<Person>,
    pub seats: Vec<Seat>,
    pub substitutions: Vec<Substitution>,
    pub sessions: Vec<Session>,
    pub groups: Vec<Group>,
    pub local_items: Vec<LocalItem>,
    #[serde(default)]
    pub difficulties: Vec<Difficulty>,
}

#[derive(Deserialize)]
pub(super) struct Project {
    pub key: String,
    pub name: String,
    pub period: String,
    pub component: String,
    pub sponsor: String,
    pub provider: String,
    pub from: String,
    #[serde(default)]
    pub rollout: Vec<Rollout>,
}

/// Where a project goes: so many classes in a province, in a month (`2018-10`).
#[derive(Deserialize)]
pub(super) struct Rollout {
    pub era: String,
    pub province: String,
    pub month: String,
    pub classes: i64,
    pub status: String,
}

#[derive(Deserialize)]
pub(super) struct Class {
    pub code: String,
    pub name: String,
    pub era: String,
    pub province: String,
    pub from: String,
    pub to: String,
    pub venue: String,
    pub host: String,
    pub called_up_on: String,
    pub answer_by: String,
    pub allowance: String,
    pub secretary: String,
    pub experts: Vec<String>,
}

#[derive(Deserialize)]
pub(super) struct Person {
    pub key: String,
    pub family: String,
    pub given: String,
    pub sex: String,
    pub born: Option<i64>,
    pub ethnicity: Option<String>,
    pub position: String,
    #[serde(default)]
    pub organisation: String,
    pub place: Option<String>,
    pub phone: String,
    pub email: Option<String>,
    #[serde(default)]
    pub roles: Vec<String>,
    #[serde(default)]
    pub fields: Vec<String>,
}

#[derive(Deserialize)]
pub(super) struct Seat {
    pub place: String,
    pub name: String,
    pub seats: i64,
    pub answered_on: Option<String>,
    pub trainees: Vec<String>,
}

#[derive(Deserialize)]
pub(super) struct Substitution {
    pub at: String,
    pub trainee: String,
    pub substitute: String,
}

#[derive(Deserialize)]
pub(super) struct Session {
    pub no: i64,
    pub starts: String,
    pub ends: String,
    pub doors: String,
    pub topic: String,
    pub speakers: Vec<String>,
    pub materials: Vec<Material>,
    pub attendance: Vec<Attendance>,
}

#[derive(Deserialize)]
pub(super) struct Material {
    pub title: String,
    /// The key of a document of the library.
    pub document: Option<String>,
}

#[derive(Deserialize)]
pub(super) struct Attendance {
    pub trainee: String,
    pub status: String,
    pub at: Option<String>,
    pub how: Option<String>,
    /// Who came instead.
    pub by: Option<String>,
    #[serde(default)]
    pub note: String,
}

#[derive(Deserialize)]
pub(super) struct Group {
    pub no: i64,
    pub name: String,
    pub members: Vec<String>,
}

#[derive(Deserialize)]
pub(super) struct LocalItem {
    pub place: String,
    pub name: String,
    pub period: String,
    pub component: String,
    pub year: i64,
    pub planned: i64,
    pub spent: i64,
    pub status: String,
    #[serde(default)]
    pub note: String,
}

#[derive(Deserialize)]
pub(super) struct Register {
    pub difficulties: Vec<Difficulty>,
}

#[derive(Deserialize)]
pub(super) struct Difficulty {
    pub code: String,
    pub title: String,
    pub field: String,
    pub period: String,
    pub component: Option<String>,
    pub anonymous: bool,
    pub local_item: Option<String>,
    pub steps: Vec<Step>,
}

/// One thing that happened to a difficulty. Which fields a kind has is in the README.
#[derive(Deserialize, Clone)]
pub(super) struct Step {
    pub at: String,
    pub actor: String,
    pub kind: String,
    #[serde(default)]
    pub text: String,
    #[serde(default)]
    pub citations: Vec<Citation>,
    pub warning: Option<String>,
    pub to: Option<String>,
    pub into: Option<String>,
    pub level: Option<String>,
    pub owner: Option<String>,
    pub due_on: Option<String>,
    pub verdict: Option<String>,
    #[serde(default)]
    pub reason: String,
}

#[derive(Deserialize, Clone)]
pub(super) struct Citation {
    pub document: String,
    #[serde(flatten)]
    pub spot: Spot,
}

/// The evaluation of a class: sheets that belong to nobody, and who gave none.
#[derive(Deserialize)]
pub(super) struct Evaluation {
    pub class: String,
    pub opened: String,
    pub closed: String,
    pub by: String,
    pub not_answered: Vec<String>,
    /// A digit a question, `-` where it was left out.
    pub marks: Vec<String>,
    pub useful: Vec<String>,
    pub change: Vec<String>,
    pub next: Vec<String>,
}

#[derive(Deserialize)]
pub(super) struct Cadres {
    pub cadres: Vec<Cadre>,
}

#[derive(Deserialize, Clone)]
pub(super) struct Cadre {
    pub class: String,
    pub person: String,
    pub by: String,
    pub at: String,
    pub fields: Vec<String>,
    pub reason: String,
    pub confirmed_at: Option<String>,
    pub ended_at: Option<String>,
    #[serde(default)]
    pub ended_why: String,
}

/// Reads a file of facts; a fault names it.
pub(super) fn read<T: DeserializeOwned>(name: &str, text: &str) -> Result<T, Problem> {
    serde_json::from_str(text).map_err(|error| Problem::new(format!("demo/{name}: {error}")))
}

/// The address of a place by era and code.
pub(super) fn place_id(era: &str, code: &str) -> String {
    format!("{}{code}", if era == "new" { 'n' } else { 'o' })
}
