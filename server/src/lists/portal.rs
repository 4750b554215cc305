//! Lists for pages.

use std::any::Any;

use async_trait::async_trait;
use tierline_app::{
    error::PortalError,
    list::model::ListQuery,
    portal::{ListPortal, PortalResult},
};

use super::all;
use crate::web::RequestPortal;

#[async_trait]
impl ListPortal for RequestPortal {
    async fn list(&self, path: &str, query: ListQuery) -> PortalResult<Box<dyn Any + Send>> {
        let list = all().find(|list| list.path == path);
        let list = list.ok_or(PortalError::NotFound)?;
        (list.page)(&mut self.read().await?, &query).await
    }
}
