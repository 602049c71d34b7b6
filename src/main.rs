//! The commands of `nguon`.

mod commands;

use std::process::ExitCode;

fn main() -> ExitCode {
    commands::run()
}
