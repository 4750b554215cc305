//! Tests across areas: every page, on the demo world.

#[cfg(test)]
mod locale;
#[cfg(test)]
pub(crate) mod pages;
#[cfg(test)]
mod words;
