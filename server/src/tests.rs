//! What concerns no area alone: every page, on the demo world.

#[cfg(test)]
pub(crate) mod pages;
