//! A browser's line to the server: one connection kept open, requests one after another.

use http_body_util::{BodyExt, Full};
use hyper::body::Bytes;
use hyper::client::conn::http1::{SendRequest, handshake};
use hyper::{Method, Request};
use hyper_util::rt::TokioIo;
use nguon::ground::Problem;
use tokio::net::TcpStream;

/// What came back.
pub struct Answer {
    pub status: u16,
    pub body: Bytes,
    pub queries: u32,
    /// The cookie that it set, as `name=value`.
    pub cookie: Option<String>,
}

/// See the module.
pub struct Line {
    send: SendRequest<Full<Bytes>>,
    host: String,
}

impl Line {
    pub async fn open(address: &str) -> Result<Self, Problem> {
        let stream = TcpStream::connect(address).await?;
        stream.set_nodelay(true)?;
        let (send, connection) = handshake(TokioIo::new(stream)).await?;
        tokio::spawn(connection);
        Ok(Self { send, host: address.to_owned() })
    }

    pub async fn get(&mut self, path: &str, cookie: Option<&str>) -> Result<Answer, Problem> {
        self.send(Method::GET, path, cookie, "identity", String::new()).await
    }

    /// As a browser asks: compressed.
    pub async fn get_compressed(&mut self, path: &str, cookie: Option<&str>) -> Result<Answer, Problem> {
        self.send(Method::GET, path, cookie, "gzip", String::new()).await
    }

    pub async fn post(&mut self, path: &str, cookie: Option<&str>, fields: &[(&str, &str)]) -> Result<Answer, Problem> {
        let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        self.send(Method::POST, path, cookie, "identity", body).await
    }

    async fn send(&mut self, method: Method, path: &str, cookie: Option<&str>, encoding: &str, body: String) -> Result<Answer, Problem> {
        let mut request = Request::builder().method(&method).uri(path).header("host", &self.host).header("accept-encoding", encoding);
        if let Some(cookie) = cookie {
            request = request.header("cookie", cookie);
        }
        if method == Method::POST {
            request = request.header("content-type", "application/x-www-form-urlencoded").header("sec-fetch-site", "same-origin");
        }
        self.send.ready().await?;
        let response = self.send.send_request(request.body(Full::new(Bytes::from(body)))?).await?;
        let text = |name: &str| response.headers().get(name).and_then(|it| it.to_str().ok()).unwrap_or_default().to_owned();
        let queries = text("server-timing").split('"').nth(1).and_then(|it| it.parse().ok()).unwrap_or_default();
        let cookie = Some(text("set-cookie")).filter(|it| !it.is_empty()).and_then(|it| it.split(';').next().map(str::to_owned));
        let status = response.status().as_u16();
        let body = response.into_body().collect().await?.to_bytes();
        Ok(Answer { status, body, queries, cookie })
    }
}
