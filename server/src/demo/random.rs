//! Numbers that look random and are always the same: the demo world is the same in every database.

use sha2::{Digest as _, Sha256};
use uuid::{Builder, Uuid};

/// The id for this name.
pub(super) fn id(kind: &str, name: &str) -> Uuid {
    let mut bytes = [0; 16];
    for (to, from) in bytes
        .iter_mut()
        .zip(Sha256::digest(format!("tierline demo {kind} {name}")))
    {
        *to = from;
    }
    Builder::from_random_bytes(bytes).into_uuid()
}

/// A number for this name.
pub(super) fn number(name: &str) -> u64 {
    Sha256::digest(name)
        .iter()
        .take(8)
        .fold(0, |number, byte| number << 8 | u64::from(*byte))
}

/// A stream of numbers, the same for the same seed (SplitMix64).
#[derive(Clone, Debug)]
pub(super) struct Stream(u64);

impl Stream {
    pub(super) fn new(seed: u64) -> Stream {
        Stream(seed)
    }

    pub(super) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below this one.
    pub(super) fn below(&mut self, bound: u64) -> u64 {
        if bound == 0 { 0 } else { self.next() % bound }
    }

    /// One of these.
    pub(super) fn one_of<'a, T>(&mut self, all: &'a [T]) -> Option<&'a T> {
        let count = u64::try_from(all.len()).unwrap_or(u64::MAX);
        all.get(usize::try_from(self.below(count)).unwrap_or(0))
    }
}
