//! What the browser loads beside the page: one style sheet, one script, one mark. Under names that change with their content.

use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use sha2::{Digest, Sha256};
use std::sync::LazyLock;

struct Asset {
    path: String,
    kind: &'static str,
    bytes: &'static [u8],
    tag: String,
}

fn asset(name: &str, ending: &str, kind: &'static str, bytes: &'static [u8]) -> Asset {
    let print: String = hex::encode(Sha256::digest(bytes)).chars().take(12).collect();
    Asset { path: format!("/assets/{name}-{print}.{ending}"), kind, bytes, tag: format!("\"{print}\"") }
}

static CSS: LazyLock<Asset> = LazyLock::new(|| asset("nguon", "css", "text/css; charset=utf-8", include_bytes!("assets/nguon.css")));
static JS: LazyLock<Asset> = LazyLock::new(|| asset("nguon", "js", "text/javascript; charset=utf-8", include_bytes!("assets/nguon.js")));
static MARK: LazyLock<Asset> = LazyLock::new(|| asset("mark", "svg", "image/svg+xml", include_bytes!("assets/mark.svg")));

pub(super) fn css() -> &'static str {
    &CSS.path
}

pub(super) fn js() -> &'static str {
    &JS.path
}

pub(super) fn mark() -> &'static str {
    &MARK.path
}

/// The asset at this path, if it is one.
pub(super) fn find(path: &str, headers: &HeaderMap) -> Option<Response> {
    let asset = [&CSS, &JS, &MARK].into_iter().find(|it| it.path == path)?;
    let tag = HeaderValue::from_str(&asset.tag).ok()?;
    let fresh = HeaderValue::from_static("public, max-age=31536000, immutable");
    if headers.get(header::IF_NONE_MATCH) == Some(&tag) {
        return Some((StatusCode::NOT_MODIFIED, [(header::ETAG, tag), (header::CACHE_CONTROL, fresh)]).into_response());
    }
    let kind = HeaderValue::from_static(asset.kind);
    Some(([(header::CONTENT_TYPE, kind), (header::ETAG, tag), (header::CACHE_CONTROL, fresh)], asset.bytes).into_response())
}
