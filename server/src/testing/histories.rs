//! What is stored beside its history.

use super::world::World;
use crate::check::check;

impl World {
    /// Nothing that has a history is otherwise than it says, but for objects of these kinds: they were inserted without
    /// one, and something has happened to them since.
    pub(crate) async fn agrees_but_for(&self, kinds: &[&str]) {
        let report = check(&self.state.pool).await.unwrap();
        let wrong = [&report.differ, &report.not_stored].map(|all| all.first.clone());
        let mut wrong = wrong.into_iter().flatten();
        assert!(wrong.all(|(kind, _)| kinds.contains(&kind)), "{report}");
    }
}
