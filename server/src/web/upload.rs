//! Forms with a file, which is received in pieces and never held whole.

use axum::{
    body::Body,
    extract::{FromRequest as _, Multipart, Request, multipart::Field},
    response::{IntoResponse as _, Redirect, Response},
};
use tierline_app::{
    error::{FieldProblem, PortalError},
    portal::PortalResult,
};
use tierline_core::ids::RequestId;

pub(super) use super::multipart::Fields;
use super::{
    Caller, Web, client,
    function::Sent,
    multipart::{in_time, named, pass_over, text, throw_away},
    trace,
};
use crate::{pipeline::Call, web::RequestPortal};

/// The field with the file, which is the last one.
const FILE: &str = "file";

/// The most fields before the file, and the most bytes of one.
const FIELDS: usize = 12;
const FIELD_BYTES: usize = 4 * 1024;

/// What becomes of a file.
pub(super) trait Taking: Sized + Send {
    /// A browser reads no answer before it has sent everything: so much more of a refused file is read, and thrown
    /// away.
    const THROWN_AWAY: u64;
    /// What it has become.
    type Taken: Send;

    /// Begins, with the fields before the file and its name.
    fn begin(
        call: Call,
        fields: &Fields,
        name: &str,
    ) -> impl Future<Output = PortalResult<Self>> + Send;

    /// Takes the next piece.
    fn write(&mut self, piece: &[u8]) -> impl Future<Output = PortalResult<()>> + Send;

    /// The end of the file.
    fn end(self) -> impl Future<Output = PortalResult<Self::Taken>> + Send;

    /// The page that comes next, by the one with the form.
    fn page(taken: Self::Taken, page: String) -> String;
}

/// Receives the form that was posted to this path, and answers it.
pub(super) async fn posted<T: Taking>(
    web: &Web,
    caller: Caller,
    request: Request,
    path: &str,
) -> Response {
    let headers = request.headers().clone();
    let address = caller.meta.address;
    let mut fields = Fields::new();
    let taken = received::<T>(web, caller, request, &mut fields).await;
    let sent = Sent {
        web,
        headers: &headers,
        address,
        function: path,
    };
    let answer = match taken.inspect_err(trace::unanswered) {
        Ok(taken) => {
            let page = sent.page(&mut fields);
            Redirect::to(&T::page(taken, page)).into_response()
        }
        Err(error) => {
            let nothing = Response::new(Body::empty());
            sent.back_to_page(fields, nothing, error).await
        }
    };
    if client::wants_page(&headers) {
        answer
    } else {
        named(answer)
    }
}

/// The value of a field before the file.
pub(super) fn value<'a>(fields: &'a Fields, name: &str) -> &'a str {
    let found = fields.iter().find(|(field, _)| field == name);
    found.map_or("", |(_, value)| value.as_str())
}

/// The id of the request.
pub(super) fn request_of(fields: &Fields) -> PortalResult<RequestId> {
    value(fields, "request_id")
        .parse()
        .map_err(|_| PortalError::Malformed)
}

/// Receives the form. Whatever comes before the file is in `fields` then.
async fn received<T: Taking>(
    web: &Web,
    caller: Caller,
    request: Request,
    fields: &mut Fields,
) -> PortalResult<T::Taken> {
    let owed = caller.owes_nothing();
    let portal = RequestPortal::new(web.state.clone(), caller, request.headers(), web.cookies);
    let who = portal.call().signed_in();
    if who == Err(PortalError::SignedOut) {
        pass_over(request.into_body(), T::THROWN_AWAY).await;
        return Err(PortalError::SignedOut);
    }
    let mut form = Multipart::from_request(request, &())
        .await
        .map_err(|_| PortalError::Malformed)?;
    while let Some(mut field) = in_time(form.next_field()).await? {
        let name = field.name().unwrap_or_default().to_owned();
        if name != FILE {
            if fields.len() >= FIELDS || name.len() > FIELD_BYTES {
                return Err(PortalError::Malformed);
            }
            fields.push((name, text(&mut field, FIELD_BYTES).await?));
            continue;
        }
        let taken = match &owed {
            Ok(()) => file::<T>(&portal, fields, &mut field).await,
            Err(owed) => Err(owed.clone().into()),
        };
        if taken.is_err() {
            throw_away(&mut field, T::THROWN_AWAY).await;
        }
        return taken;
    }
    Err(PortalError::field(FILE, FieldProblem::Empty))
}

async fn file<T: Taking>(
    portal: &RequestPortal,
    fields: &Fields,
    field: &mut Field<'_>,
) -> PortalResult<T::Taken> {
    let call = portal.call();
    call.signed_in()?;
    let name = field.file_name().unwrap_or_default().to_owned();
    let mut taking = T::begin(call, fields, &name).await?;
    let mut is_empty = true;
    while let Some(piece) = in_time(field.chunk()).await? {
        is_empty &= piece.is_empty();
        taking.write(&piece).await?;
    }
    if name.is_empty() && is_empty {
        return Err(PortalError::field(FILE, FieldProblem::Empty));
    }
    taking.end().await
}
