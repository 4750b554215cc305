//! A request for new subscriptions before it is sent: what each line would cost, or what is wrong with it.

use tierline_app::{
    catalog::model::OrderLine, error::PortalError, order_request::model::OrderRequestReview,
    portal::PortalResult,
};
use tierline_core::{
    access::{self, Action},
    ids::OrganizationId,
    order::{self, Charged, charges, cost},
    order_request::{NewLine, NewRequest, Side, Subject, Wanted, as_order, known_bases},
};

use crate::{
    order::{
        command::by_line,
        query::{reviewed, with_bases, without_ids},
    },
    order_request::asking::Asking,
    organization::query as load,
    pipeline::{Read, visible},
    store::Hold,
};

/// What would be asked for.
pub(crate) async fn review(
    read: &mut Read,
    customer: OrganizationId,
    provider: Option<OrganizationId>,
    asked: &[OrderLine],
) -> PortalResult<OrderRequestReview> {
    let (actor, now) = (read.actor()?, read.now());
    let own = load::organization(read, actor.organization).await?;
    // A customer has no customers, and gets no page.
    if own.capabilities.customer.is_some() {
        return Err(PortalError::NotFound);
    }
    // Checked before any lookup: a user without the role gets the same answer for every id.
    let asking = Action::AskForOrder;
    let (party, capabilities) = (own.party(), &own.capabilities);
    access::authorize_roles(&party, capabilities, actor.roles, &[asking])?;
    let lines = asked.iter().map(|line| NewLine {
        sku: line.sku,
        quantity: line.quantity,
        plan: line.plan,
        base: line.base,
    });
    let new = NewRequest::of(Wanted::New {
        lines: lines.collect(),
    });
    let wanted = &new.wanted;
    let (of, free) = ((customer, provider), (now, Hold::Free));
    let facts = Asking::load(read.db(), own.id, of, &new, free).await?;
    let known = &facts.known;
    let access = known.parties().access(Side::Reseller);
    visible(access::authorize_on_customer(
        access,
        &actor,
        Action::ViewCustomers,
    ))?;
    access::authorize_on_customer(access, &actor, asking)?;
    let (parties, all) = (known.parties(), known.bases());
    let bases = known_bases(parties, &all);
    let subject = known.subject(wanted, &bases);
    let subject = subject.ok_or(PortalError::NotFound)?;
    let Subject::New { order: selling, .. } = subject else {
        return Err(PortalError::NotFound);
    };
    let lines = without_ids(asked);
    let quotes = order::quotes(selling, &lines, now);
    let (costs, charged, placed) = match as_order(parties, subject, wanted, now) {
        Ok(ordered) => {
            let order::Event::Placed { lines, .. } = &ordered.0;
            let charged = charges(&ordered, selling.offers);
            (cost(&ordered), charged, lines.clone())
        }
        Err(_) => (Vec::new(), Charged::default(), Vec::new()),
    };
    let problem = facts.decide(&new, &actor, now).err().map(|refusal| {
        let wanted: Vec<_> = asked.iter().map(OrderLine::wanted).collect();
        PortalError::from(by_line(refusal, &wanted, selling.products))
    });
    let placed = with_bases(lines, &placed);
    Ok(OrderRequestReview {
        customer: known.customer.party(),
        provider: known.provider.party(),
        asks_customer: known.customer.asked_first,
        lines: reviewed(read.db(), selling, &placed, asked, quotes, now).await?,
        costs,
        now: charged.now,
        later: charged.later,
        problem,
    })
}
