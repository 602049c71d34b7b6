//! Who is it? By password, by the code on a badge; and the very first one, who makes the house.

use super::super::person::{NewPerson, read_email, read_phone};
use super::super::power::{may_see_code, may_set_password};
use super::super::sign_in::{checked_password, code, read_code};
use super::super::store::{self, CODES_BY_PHONE, PASSWORD_OF, PASSWORDS};
use super::persons::{enter, kept_by};
use super::roles::grant;
use super::sign_ins::{failed_try, forget_tries, hashed, keep_hash, keep_password, new_code, take_a_try, too_many, whose_password};
use crate::args;
use crate::db::{Deed, Run};
use crate::ground::seal::same_seal;
use crate::ground::{Invalid, Refused, Word, text};
use crate::web::{Actor, House, Role};

/// Tries and seconds. An account: enough for a tired evening. A network: a whole hall may be behind one address.
const OF_A_PASSWORD: &[(i64, i64)] = &[(10, 900)];
const OF_A_CODE: &[(i64, i64)] = &[(10, 900), (30, 86_400)];
const MOST_OF_A_NETWORK: i64 = 300;
const NETWORK_SECONDS: i64 = 900;

/// The person behind an e-mail address or a phone number and a password.
pub(in super::super) async fn by_password(house: &House, network: &str, name: &str, password: &str) -> Result<String, Refused> {
    let mut wrong = Invalid::default();
    if text::clean(name).is_empty() {
        wrong.add("name", Word::new("sign-in-name-empty"));
    }
    if password.is_empty() {
        wrong.add("password", Word::new("sign-in-password-empty"));
    }
    wrong.verdict()?;
    let name = read_phone(name).ok().flatten().map_or_else(|| read_email(name), |(phone, _)| phone);
    let account = format!("password/{name}");
    too_many(house, network, MOST_OF_A_NETWORK, NETWORK_SECONDS).await?;
    take_a_try(house, &account, OF_A_PASSWORD).await?;
    let kept: Vec<(String, String)> = house.db.all(&PASSWORDS, args![name]).await?;
    let Some(person) = whose_password(kept, password).await? else {
        failed_try(house, network).await?;
        return Err(Invalid::field("name", "sign-in-password-wrong").into());
    };
    forget_tries(house, &account).await?;
    Ok(person)
}

/// The trainee behind a phone number and the code on their badge.
pub(in super::super) async fn by_code(house: &House, network: &str, phone: &str, typed: &str) -> Result<String, Refused> {
    let mut wrong = Invalid::default();
    let phone = match read_phone(phone) {
        Ok(Some((phone, _))) => phone,
        Ok(None) => {
            wrong.add("phone", Word::new("sign-in-phone-empty"));
            String::new()
        }
        Err(word) => {
            wrong.add("phone", word);
            String::new()
        }
    };
    let typed = read_code(typed);
    if typed.len() != 6 {
        wrong.add("code", Word::new("sign-in-code-odd"));
    }
    wrong.verdict()?;
    let account = format!("code/{phone}");
    too_many(house, network, MOST_OF_A_NETWORK, NETWORK_SECONDS).await?;
    take_a_try(house, &account, OF_A_CODE).await?;
    let rounds: Vec<(String, i64)> = house.db.all(&CODES_BY_PHONE, args![phone]).await?;
    let right = |(person, round): &(String, i64)| same_seal(&code(&house.key, person, *round), &typed);
    let Some((person, _)) = rounds.into_iter().find(right) else {
        failed_try(house, network).await?;
        return Err(Invalid::field("phone", "sign-in-code-wrong").into());
    };
    forget_tries(house, &account).await?;
    Ok(person)
}

/// Makes the first organiser, who is administrator too. Only while nobody holds any role.
pub(in super::super) async fn set_up(house: &House, deed: &Deed, new: NewPerson, password: &str, again: &str) -> Result<String, Refused> {
    let checked = new.clone().checked(deed.at.date().year().into());
    let mut wrong = checked.err().unwrap_or_default();
    if new.email.is_none() && new.phone.is_none() {
        wrong.add("email", Word::new("setup-reach-empty"));
    }
    wrong.fields.extend(checked_password(password, again).err().unwrap_or_default().fields);
    wrong.verdict()?;
    let hash = hashed(password).await?;
    let mut tx = house.db.begin().await?;
    if !store::is_empty(&tx).await? {
        return Err(Refused::Absent);
    }
    let person = enter(&mut tx, deed, new).await?;
    grant(&mut tx, deed, &person, Role::Administrator, None, None).await?;
    grant(&mut tx, deed, &person, Role::Organiser, None, None).await?;
    keep_hash(&tx, &person, &hash, "", deed.at).await?;
    tx.commit().await?;
    Ok(person)
}

/// Changes one's own password, which must be known.
pub(in super::super) async fn change_password(house: &House, actor: &Actor, old: &str, new: &str, again: &str) -> Result<(), Refused> {
    checked_password(new, again)?;
    let account = format!("own/{}", actor.id());
    take_a_try(house, &account, OF_A_PASSWORD).await?;
    let kept: Vec<String> = house.db.all(&PASSWORD_OF, args![actor.id()]).await?;
    let kept = kept.into_iter().map(|hash| (actor.id().to_owned(), hash)).collect();
    if whose_password(kept, old).await?.is_none() {
        return Err(Invalid::field("old", "password-old-wrong").into());
    }
    forget_tries(house, &account).await?;
    Ok(keep_password(house, actor.id(), new, actor.sign_in.as_deref().unwrap_or_default()).await?)
}

/// Sets somebody's password from their page.
pub(in super::super) async fn give_password(house: &House, actor: &Actor, person: &str, new: &str, again: &str) -> Result<(), Refused> {
    let (whole, held) = kept_by(&house.db, actor, person).await?;
    if !may_set_password(actor, &held, whole.password_set_at.is_some()) {
        return Err(Refused::Denied);
    }
    checked_password(new, again)?;
    let but = actor.sign_in.as_deref().filter(|_| actor.id() == person).unwrap_or_default();
    Ok(keep_password(house, person, new, but).await?)
}

/// Ends the code on a trainee's badge; the next one is another.
pub(in super::super) async fn renew_code(house: &House, actor: &Actor, person: &str) -> Result<(), Refused> {
    let (_, held) = kept_by(&house.db, actor, person).await?;
    if !may_see_code(actor, &held) {
        return Err(Refused::Denied);
    }
    Ok(new_code(house, person).await?)
}
