//! Lists, as their pages request them: one question for all of them.

use core::any::Any;

use async_trait::async_trait;

use super::{Listed, model::ListQuery};
use crate::error::{PortalError, PortalResult};

/// Lists, as their pages request them.
#[async_trait]
pub trait ListPortal: Send + Sync {
    /// What the page with the list at this path shows: its [`Listed::Page`]. [`PortalError::NotFound`] where no list
    /// is.
    async fn list(&self, path: &str, query: ListQuery) -> PortalResult<Box<dyn Any + Send>>;
}

/// The same for a list that is known.
pub trait Lists: ListPortal {
    /// What the page with this list shows.
    fn listed<L: Listed>(
        &self,
        query: ListQuery,
    ) -> impl Future<Output = PortalResult<L::Page>> + Send {
        async move {
            let page = self.list(L::PATH, query).await?;
            // The server answers by the list that it has at this path.
            let page = page.downcast().map_err(|_| PortalError::Malformed)?;
            Ok(*page)
        }
    }
}

impl<T: ListPortal + ?Sized> Lists for T {}
