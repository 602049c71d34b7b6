//! The chain: all classes of a training project, or of everything that somebody oversees, in figures that open to the rows they count.
//!
//! The rule: every figure of the page is a count or a sum over the lines of a [`sheet::Sheet`], and its link names the same choice of the
//! same sheet; so a figure cannot say anything else than its rows. A sheet is a page, a CSV file and an Excel file, with the same rows.
//! All is within the asker's Scope. Peoples (dân tộc) are published by [`few`] alone.

pub(super) mod atlas;
pub(super) mod book;
pub(super) mod csv;
pub(super) mod few;
pub(super) mod found;
pub(super) mod kind;
pub(super) mod position;
pub(super) mod sheet;
pub(super) mod sheets;
pub(super) mod waits;
