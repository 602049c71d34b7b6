# shellcheck shell=bash
# What this machine has and lacks: sourced by the commands beside it.
#
# Whatever a command needs and does not find is installed from Debian's packages when that is possible without
# asking (as root, where there is apt-get). Otherwise the command stops and says in plain words what to install.

stop() {
    printf '%s\n' "" "$@" >&2
    exit 1
}

has() { type -P "$1" >/dev/null; }

# debian "what it is for" PACKAGE…: installs, or says how.
debian() {
    local purpose=$1
    shift
    if [[ $EUID -ne 0 ]] || ! has apt-get; then
        stop "Missing: $purpose." "On Debian or Ubuntu: sudo apt-get install $*" \
            "On another system: install the packages of the same meaning, then try again."
    fi
    echo "Installing $purpose: $*"
    # Without asking, and quiet unless it fails; another installation may be under way.
    local log
    log=$(mktemp)
    local wait="--option=DPkg::Lock::Timeout=300"
    if ! { apt-get "$wait" update && DEBIAN_FRONTEND=noninteractive \
        apt-get "$wait" install --yes --no-install-recommends "$@"; } </dev/null >"$log" 2>&1; then
        tail -n 20 "$log" >&2
        rm -f "$log"
        stop "Could not install $*."
    fi
    rm -f "$log"
}

# Rust as Cargo.toml asks for it, and a C compiler for the embedded SQLite.
need_rust() {
    has cargo || [[ ! -x $HOME/.cargo/bin/cargo ]] || PATH=$HOME/.cargo/bin:$PATH
    local asked found
    asked=$(sed -n 's/^rust-version = "\(.*\)"/\1/p' Cargo.toml)
    if ! has cargo || ! has rustc; then
        stop "Missing: Rust $asked or newer." "Install it from https://rustup.rs, then try again."
    fi
    found=$(rustc --version | cut -d ' ' -f 2)
    if [[ $(printf '%s\n' "$asked" "$found" | sort -V | head -n 1) != "$asked" ]]; then
        stop "Rust $found is too old: Nguồn needs $asked or newer." "With rustup: rustup update stable"
    fi
    has cc || debian "a C compiler, for the embedded SQLite" gcc libc6-dev
}
