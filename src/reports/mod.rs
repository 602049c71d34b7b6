//! Reports.
mod picture;
