//! The queues of the operator's work: each area names its own.

use std::pin::Pin;

use tierline_app::{overview::model::Queue, portal::PortalResult};

use crate::{directory, pipeline::Read, review};

type Answer<'a> = Pin<Box<dyn Future<Output = PortalResult<Vec<Queue>>> + Send + 'a>>;

/// An area's queues, for a user who works on them.
type Queues = for<'a> fn(&'a mut Read) -> Answer<'a>;

/// Those of all areas, in the order in which they are shown.
const QUEUES: &[Queues] = &[
    |read| Box::pin(review::query::queues(read)),
    |read| Box::pin(directory::query::queues(read)),
];

/// All of them.
pub(super) async fn all(read: &mut Read) -> PortalResult<Vec<Queue>> {
    let mut all = Vec::new();
    for queues in QUEUES {
        all.extend(queues(read).await?);
    }
    Ok(all)
}
