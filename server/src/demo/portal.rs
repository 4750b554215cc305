//! Actions that only a demo offers.

use super::walk;
use crate::{
    clock::ClockError,
    fault::{failed, fault},
    web::RequestPortal,
};
use async_trait::async_trait;
use tierline_app::{
    demo::model::WalkStep,
    error::{FieldProblem, PortalError},
    portal::{DemoPortal, PortalResult},
};

#[async_trait]
impl DemoPortal for RequestPortal {
    /// Any signed-in user may do this; nothing outside the demo is like it.
    async fn move_clock(&self, days: u32) -> PortalResult<()> {
        self.call().signed_in()?;
        let by = chrono::TimeDelta::days(days.into());
        match self.state.clock.move_forward(&self.state.pool, by).await {
            Ok(_) => Ok(()),
            Err(ClockError::NotMovable) => Err(PortalError::NotFound),
            Err(ClockError::OutOfRange) => {
                Err(PortalError::field("days", FieldProblem::OutOfRange))
            }
            Err(error @ ClockError::Database(_)) => Err(fault(&error)),
        }
    }

    async fn demo_walk(&self) -> PortalResult<Vec<WalkStep>> {
        if !self.state.config.demo {
            return Ok(Vec::new());
        }
        walk::walk(&self.state.pool).await.map_err(failed)
    }
}
