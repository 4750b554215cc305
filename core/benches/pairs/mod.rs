//! Two things timed by turns, so that whatever else the machine does falls on both alike.

use std::{hint::black_box, time::Instant};

/// How many times as long the one takes as the other: the median of so many pairs of runs.
pub(crate) fn ratio<A, B>(
    pairs: usize,
    mut one: impl FnMut() -> A,
    mut other: impl FnMut() -> B,
) -> f64 {
    let mut ratios: Vec<f64> = (0..pairs)
        .map(|_| seconds(&mut one) / seconds(&mut other))
        .collect();
    ratios.sort_by(f64::total_cmp);
    ratios.get(pairs / 2).copied().unwrap_or(f64::NAN)
}

fn seconds<T>(run: &mut impl FnMut() -> T) -> f64 {
    let start = Instant::now();
    black_box(run());
    start.elapsed().as_secs_f64()
}
