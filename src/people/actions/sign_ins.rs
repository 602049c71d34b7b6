//! Beginning a sign-in, ending it, and what slows down those who guess. None of it is in the journal: it is of this store alone.

use super::super::sign_in::{self, Means, digest, is_password};
use super::super::store::{
    BEGIN_SIGN_IN, COUNT_TRY, FORGET_OLD_TRIES, FORGET_SIGN_INS, FORGET_TRIES, KEEP_PASSWORD, NEXT_ROUND, REVOKE, REVOKE_BY_CODE,
    REVOKE_OTHERS, TRIES,
};
use crate::args;
use crate::db::{Run, Tx};
use crate::ground::seal::short_seal;
use crate::ground::{Chance, Instant, Problem, Refused};
use crate::web::{Ask, House, SIGN_IN};
use axum::http::{HeaderValue, header};
use tokio::sync::Semaphore;

/// Signs a person in and gives the cookie to set. Whoever was signed in on this browser is signed out.
pub async fn begin_sign_in(ask: &Ask, person: &str, means: Means) -> Result<HeaderValue, Problem> {
    let agent = ask.headers.get(header::USER_AGENT).and_then(|it| it.to_str().ok()).unwrap_or_default();
    let before = ask.actor.sign_in.as_deref().map(|it| (it, ask.actor.id()));
    let token = begin(ask.house(), person, means, &sign_in::device(agent), before).await?;
    let secure = if ask.origin.starts_with("https://") { "; Secure" } else { "" };
    let cookie = format!("{SIGN_IN}={token}; Path=/; Max-Age={}; HttpOnly; SameSite=Lax{secure}", means.lasts());
    Ok(HeaderValue::from_str(&cookie)?)
}

/// The cookie that takes a sign-in away from the browser.
pub(in super::super) const NO_COOKIE: HeaderValue = HeaderValue::from_static("nguon=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax");

/// Signs a person in without a browser: for tests and the demonstration.
pub async fn token_for(house: &House, person: &str, means: Means) -> Result<String, Problem> {
    begin(house, person, means, "", None).await
}

async fn begin(house: &House, person: &str, means: Means, device: &str, before: Option<(&str, &str)>) -> Result<String, Problem> {
    // A token is a secret: never from repeatable chance.
    let token = hex::encode(Chance::System.bytes::<32>());
    let now = house.clock.now();
    let tx = house.db.begin().await?;
    if let Some((sign_in, person)) = before {
        tx.run(&REVOKE, args![sign_in, person, now]).await?;
    }
    // What ended a month ago helps nobody any more.
    tx.run(&FORGET_SIGN_INS, args![person, now.0 - 30 * 86_400_000]).await?;
    let ends = now.0 + means.lasts() * 1000;
    tx.run(&BEGIN_SIGN_IN, args![digest(&token), person, means.name(), device, now, ends]).await?;
    tx.commit().await?;
    Ok(token)
}

/// Ends one sign-in of a person.
pub(in super::super) async fn revoke(house: &House, person: &str, sign_in: &str) -> Result<(), Problem> {
    let tx = house.db.begin().await?;
    tx.run(&REVOKE, args![sign_in, person, house.clock.now()]).await?;
    tx.commit().await
}

/// Ends all sign-ins of a person but this one.
pub(in super::super) async fn revoke_others(house: &House, person: &str, but: &str) -> Result<(), Problem> {
    let tx = house.db.begin().await?;
    tx.run(&REVOKE_OTHERS, args![person, but, house.clock.now()]).await?;
    tx.commit().await
}

/// Ends the printed code of a person and the sign-ins made with it; the next code is another one.
pub(in super::super) async fn new_code(house: &House, person: &str) -> Result<(), Problem> {
    let tx = house.db.begin().await?;
    tx.run(&NEXT_ROUND, args![person]).await?;
    tx.run(&REVOKE_BY_CODE, args![person, house.clock.now()]).await?;
    tx.commit().await
}

/// Argon2 takes memory and a processor: so many at once, the others wait.
static AT_ONCE: Semaphore = Semaphore::const_new(2);

/// The hash of a password, on a thread that may take its time.
pub(in super::super) async fn hashed(password: &str) -> Result<String, Problem> {
    let _turn = AT_ONCE.acquire().await?;
    let password = password.to_owned();
    Ok(tokio::task::spawn_blocking(move || sign_in::hash(&password, &Chance::System.bytes::<16>())).await??)
}

/// Keeps a password's hash and ends all sign-ins of the person but `but`.
pub(in super::super) async fn keep_hash(tx: &Tx, person: &str, hash: &str, but: &str, now: Instant) -> Result<(), Problem> {
    tx.run(&KEEP_PASSWORD, args![person, hash, now]).await?;
    tx.run(&REVOKE_OTHERS, args![person, but, now]).await
}

/// Sets a person's password, whoever asks: the caller has said who may. Ends all their sign-ins but `but`.
pub(in super::super) async fn keep_password(house: &House, person: &str, password: &str, but: &str) -> Result<(), Problem> {
    let hash = hashed(password).await?;
    let tx = house.db.begin().await?;
    keep_hash(&tx, person, &hash, but, house.clock.now()).await?;
    tx.commit().await
}

/// Sets a person's password without asking who may: for the demonstration and the command line. Not in the journal.
pub async fn set_password(house: &House, person: &str, password: &str) -> Result<(), Problem> {
    keep_password(house, person, password, "").await
}

/// Whether the password is one of these (each with its person); takes as long when there is none to compare with.
pub(in super::super) async fn whose_password(kept: Vec<(String, String)>, password: &str) -> Result<Option<String>, Refused> {
    let patience = std::time::Duration::from_secs(10);
    let Ok(turn) = tokio::time::timeout(patience, AT_ONCE.acquire()).await else { return Err(Refused::TooMany { seconds: 60 }) };
    let _turn = turn.map_err(Problem::from)?;
    let password = password.to_owned();
    let found = tokio::task::spawn_blocking(move || {
        if kept.is_empty() {
            let _ = is_password(&password, sign_in::NOBODY);
        }
        kept.into_iter().find(|(_, hash)| is_password(&password, hash)).map(|(person, _)| person)
    });
    Ok(found.await.map_err(Problem::from)?)
}

/// Refuses when `what` was tried `most` times in the last `window_seconds` (counted by the minute).
pub async fn too_many(house: &House, what: &str, most: i64, window_seconds: i64) -> Result<(), Refused> {
    let now = house.clock.now().0 / 1000;
    let tries: Vec<(i64, i64)> = house.db.all(&TRIES, args![tried(house, what), (now - window_seconds) / 60]).await?;
    match sign_in::wait(&tries, most, window_seconds, now) {
        None => Ok(()),
        Some(seconds) => Err(Refused::TooMany { seconds }),
    }
}

/// Counts a failed try of `what`, which is kept only as a seal.
pub async fn failed_try(house: &House, what: &str) -> Result<(), Problem> {
    let minute = house.clock.now().0 / 60_000;
    let tx = house.db.begin().await?;
    tx.run(&FORGET_OLD_TRIES, args![minute - 2 * 24 * 60]).await?;
    tx.run(&COUNT_TRY, args![tried(house, what), minute]).await?;
    tx.commit().await
}

/// Counts a try before it is known whether it fails, unless there were too many: so that a hundred at once are not let through together.
pub(in super::super) async fn take_a_try(house: &House, what: &str, limits: &[(i64, i64)]) -> Result<(), Refused> {
    let now = house.clock.now().0 / 1000;
    let sealed = tried(house, what);
    let tx = house.db.begin().await?;
    for (most, window) in limits {
        let tries: Vec<(i64, i64)> = tx.all(&TRIES, args![&sealed, (now - window) / 60]).await?;
        if let Some(seconds) = sign_in::wait(&tries, *most, *window, now) {
            return Err(Refused::TooMany { seconds });
        }
    }
    tx.run(&COUNT_TRY, args![&sealed, now / 60]).await?;
    Ok(tx.commit().await?)
}

/// It succeeded: what was tried before is forgiven.
pub(in super::super) async fn forget_tries(house: &House, what: &str) -> Result<(), Problem> {
    let tx = house.db.begin().await?;
    tx.run(&FORGET_TRIES, args![tried(house, what)]).await?;
    tx.commit().await
}

fn tried(house: &House, what: &str) -> String {
    short_seal(&house.key, &["try", what], 32)
}
