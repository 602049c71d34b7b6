//! A server under measurement: this program's own process, its memory and its processor time.

use nguon::ground::Problem;
use std::path::Path;
use std::process::Stdio;
use std::time::Duration;
use tokio::process::{Child, Command};

/// A started server.
pub struct Server {
    child: Child,
}

impl Server {
    /// Starts `program` with `args` and waits until `/health` answers.
    pub async fn start(program: &Path, args: &[&str], address: &str) -> Result<Self, Problem> {
        let child = Command::new(program).args(args).stdout(Stdio::null()).stderr(Stdio::inherit()).kill_on_drop(true).spawn()?;
        let server = Self { child };
        for _ in 0..120_000 {
            if let Ok(mut line) = crate::client::Line::open(address).await
                && line.get("/health", None).await.is_ok_and(|answer| answer.status == 200)
            {
                return Ok(server);
            }
            tokio::time::sleep(Duration::from_micros(500)).await;
        }
        Err(Problem::new("the server did not answer"))
    }

    /// Asks it to stop and waits until it has.
    pub async fn stop(mut self) -> Result<(), Problem> {
        if let Some(pid) = self.child.id() {
            Command::new("kill").arg(pid.to_string()).status().await?;
        }
        self.child.wait().await?;
        Ok(())
    }

    fn proc(&self, file: &str) -> Result<String, Problem> {
        let pid = self.child.id().ok_or_else(|| Problem::new("the server has ended"))?;
        Ok(std::fs::read_to_string(format!("/proc/{pid}/{file}"))?)
    }

    /// Memory in use (RSS), MiB.
    pub fn memory(&self) -> Result<f64, Problem> {
        let status = self.proc("status")?;
        let line = status.lines().find(|it| it.starts_with("VmRSS:")).unwrap_or_default();
        let kib: f64 = line.split_whitespace().nth(1).and_then(|it| it.parse().ok()).unwrap_or_default();
        Ok(kib / 1024.0)
    }

    /// Processor time used so far, milliseconds (the kernel counts in hundredths of a second).
    pub fn processor(&self) -> Result<f64, Problem> {
        let stat = self.proc("stat")?;
        let fields: Vec<&str> = stat.rsplit(')').next().unwrap_or_default().split_whitespace().collect();
        let ticks = |i: usize| fields.get(i).and_then(|it| it.parse::<f64>().ok()).unwrap_or_default();
        Ok((ticks(11) + ticks(12)) * 10.0)
    }
}

/// A port of this machine that nobody listens on now.
pub fn free_address() -> Result<String, Problem> {
    let listener = std::net::TcpListener::bind("127.0.0.1:0")?;
    Ok(listener.local_addr()?.to_string())
}
