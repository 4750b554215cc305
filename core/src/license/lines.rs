//! Licenses that the lines of a file of users ask for, or give back.

use super::{
    AssignFacts, Assignment, Candidate, Event, MOST_AT_ONCE, Pool,
    assign::{assign, may_hold},
    withdraw::withdraw,
};
use crate::{
    Timestamp,
    access::CustomerFacts,
    account::User,
    actor::Actor,
    ids::{AssignmentId, SubscriptionId},
    import::{Problem, Wanted},
    organization::Organization,
    text::PersonName,
};

/// The column of products in a file of users, beside [`USER_COLUMNS`](crate::member::USER_COLUMNS). A file without it
/// assigns nothing.
pub const PRODUCTS_COLUMN: &str = "products";

/// The column of products that the line's user loses. A file without it withdraws nothing.
pub const WITHDRAWN_COLUMN: &str = "withdraw";

/// A subscription of the customer, with the names that a file may have for its product: the product's own, and its
/// offer, such as `CFQ7TTC0LH18:0001`.
#[derive(Clone, Copy, Debug)]
pub struct Shelf<'a> {
    /// Its licenses.
    pub pool: Pool<'a>,
    /// The product and its SKU in one; none for a product of a list of the operator's own.
    pub offer: Option<&'a str>,
}

impl Shelf<'_> {
    fn is_called(&self, text: &str) -> bool {
        is_called(self.pool.product, self.offer, text)
    }
}

fn is_called(product: &str, offer: Option<&str>, text: &str) -> bool {
    let names = [Some(product), offer];
    names
        .into_iter()
        .flatten()
        .any(|name| name.to_lowercase() == text.to_lowercase())
}

/// Whether a field of a file names this product, by the product's own name or by its offer.
///
/// ```
/// use tierline_core::license::names_product;
/// let names = |field| names_product(field, "Business Basic", Some("CFQ7TTC0LH18:0001"));
/// assert!(names("Audio; business basic") && names("cfq7ttc0lh18:0001"));
/// assert!(!names("Business") && !names(""));
/// ```
#[must_use]
pub fn names_product(field: &str, product: &str, offer: Option<&str>) -> bool {
    names(field).any(|name| is_called(product, offer, name))
}

/// The licenses that a file deals out, line by line: never more of a subscription than are free. What any of its lines
/// gives back is taken first, so that a license goes from one user to another by one file, in whichever order they are.
#[derive(Clone, Debug)]
pub struct Dealing<'a> {
    /// Each with the number of licenses that earlier lines got.
    shelves: Vec<(Shelf<'a>, u32)>,
}

/// The names of products in a field, separated by semicolons.
fn names(products: &str) -> impl Iterator<Item = &str> {
    let names = products.split(';').map(str::trim);
    names.filter(|name| !name.is_empty())
}

impl<'a> Dealing<'a> {
    /// Of these subscriptions, before the first line.
    #[must_use]
    pub fn of(shelves: impl IntoIterator<Item = Shelf<'a>>) -> Dealing<'a> {
        Dealing {
            shelves: shelves.into_iter().map(|shelf| (shelf, 0)).collect(),
        }
    }

    /// The subscriptions of which this line's user loses its license, by the names of products that the line has in the
    /// column for it; they are free for other lines from then on. Whoever holds none of a product loses none. What the
    /// line assigns as well is no such product.
    ///
    /// # Errors
    /// [`Wanted::Subscribed`], [`Wanted::Another`]: everything that is wrong.
    ///
    /// ```
    /// use tierline_core::{license::{Dealing, Shelf}, testing::*};
    /// let (customer, tom) = (customer(), customers_user(402));
    /// let mut dealing = Dealing::of([Shelf { pool: pool(25, 25), offer: None }]);
    /// assert!(dealing.deal(&customer, &tom, "Business Basic", |_| false).is_err());
    /// assert_eq!(dealing.take_back("Business Basic", "", |_| false), Ok(vec![]));
    /// assert_eq!(dealing.take_back("business basic", "", |_| true), Ok(vec![id(60)]));
    /// assert_eq!(dealing.deal(&customer, &tom, "Business Basic", |_| false), Ok(vec![id(60)]));
    /// let wrong = dealing.take_back("Business Basic; Business Extra", "Business Basic", |_| true).unwrap_err();
    /// let told: Vec<_> = wrong.iter().map(ToString::to_string).collect();
    /// assert_eq!(told, [
    ///     "withdraw `Business Basic` isn't another product",
    ///     "withdraw `Business Extra` isn't a product that the customer has an active subscription of",
    /// ]);
    /// ```
    pub fn take_back(
        &mut self,
        products: &str,
        assigned: &str,
        holds: impl Fn(SubscriptionId) -> bool,
    ) -> Result<Vec<SubscriptionId>, Vec<Problem>> {
        let (mut taken, mut wrong) = (Vec::new(), Vec::new());
        for name in names(products) {
            let called = |shelf: &Shelf<'_>| shelf.is_called(name);
            let is_known = self.shelves.iter().any(|(shelf, _)| called(shelf));
            let assigns = |shelf: &Shelf<'_>| names(assigned).any(|other| shelf.is_called(other));
            if !is_known {
                wrong.push(Problem::invalid(WITHDRAWN_COLUMN, name, Wanted::Subscribed));
            } else if self.shelves.iter().any(|(it, _)| called(it) && assigns(it)) {
                wrong.push(Problem::invalid(WITHDRAWN_COLUMN, name, Wanted::Another));
            } else {
                let shelves = self.shelves.iter().filter(|(shelf, _)| called(shelf));
                let ids = shelves.map(|(shelf, _)| shelf.pool.subscription);
                taken.extend(ids.filter(|id| holds(*id)));
            }
        }
        if !wrong.is_empty() {
            return Err(wrong);
        }
        taken.sort_unstable();
        taken.dedup();
        for (shelf, _) in &mut self.shelves {
            if taken.contains(&shelf.pool.subscription) {
                shelf.pool.assigned = shelf.pool.assigned.saturating_sub(1);
            }
        }
        Ok(taken)
    }

    /// The subscriptions of which this line's user gets a license, by the names of products that the line has,
    /// separated by semicolons. A product that the user holds already is left out. Of several subscriptions to one
    /// product it is the first one with a free license.
    ///
    /// # Errors
    /// [`Wanted::Subscribed`], [`Problem::NoneLeft`], [`Problem::HolderBlocked`]: everything that is wrong.
    ///
    /// ```
    /// use tierline_core::{license::{Dealing, Shelf}, testing::*};
    /// let (customer, mia) = (customer(), customers_user(401));
    /// let shelf = Shelf { pool: pool(25, 24), offer: Some("CFQ7TTC0LH18:0001") };
    /// let mut dealing = Dealing::of([shelf]);
    /// let mut deal = |products, holds_one| dealing.deal(&customer, &mia, products, |_| holds_one);
    /// assert_eq!(deal("", false), Ok(vec![]));
    /// assert_eq!(deal("business basic", true), Ok(vec![]));
    /// assert_eq!(deal("Business Basic; cfq7ttc0lh18:0001", false), Ok(vec![id(60)]));
    /// let wrong = deal("Business Basic; Business Extra", false).unwrap_err();
    /// let told: Vec<_> = wrong.iter().map(ToString::to_string).collect();
    /// assert_eq!(told, [
    ///     "no license of Business Basic is left",
    ///     "products `Business Extra` isn't a product that the customer has an active subscription of",
    /// ]);
    /// ```
    pub fn deal(
        &mut self,
        customer: &Organization,
        user: &User,
        products: &str,
        holds: impl Fn(SubscriptionId) -> bool,
    ) -> Result<Vec<SubscriptionId>, Vec<Problem>> {
        let (mut dealt, mut wrong) = (Vec::new(), Vec::new());
        for name in names(products) {
            let called =
                |shelf: &Shelf<'_>| shelf.is_called(name) && shelf.pool.is_in_use().is_ok();
            let mut known = self.shelves.iter().filter(|(shelf, _)| called(shelf));
            if known.clone().next().is_none() {
                wrong.push(Problem::invalid(PRODUCTS_COLUMN, name, Wanted::Subscribed));
                continue;
            }
            let has = |id: SubscriptionId| holds(id) || dealt.contains(&id);
            if known.any(|(shelf, _)| has(shelf.pool.subscription)) {
                continue;
            }
            if may_hold(customer, user).is_err() {
                let text = user.user_name.to_string();
                wrong.push(Problem::HolderBlocked { text });
                continue;
            }
            let mut shelves = self.shelves.iter_mut();
            match shelves.find(|(shelf, given)| called(shelf) && *given < shelf.pool.free()) {
                Some((shelf, given)) => {
                    *given += 1;
                    dealt.push(shelf.pool.subscription);
                }
                None => wrong.push(Problem::NoneLeft {
                    text: name.to_owned(),
                }),
            }
        }
        if wrong.is_empty() {
            Ok(dealt)
        } else {
            Err(wrong)
        }
    }
}

/// Decides whether all of these licenses, which lines of a file give back, are withdrawn, as [`withdraw`] does for
/// fewer at once.
///
/// # Errors
/// As [`withdraw`]; without licenses nothing is asked.
///
/// ```
/// use tierline_core::{access::CustomerFacts, license::withdraw_listed, role::Role, testing::*};
/// let customer = customer();
/// let about = CustomerFacts { organization: &customer, customer: &customer, relationship: None, providers: &[] };
/// let admin = actor(&customer, Role::GlobalAdmin);
/// let name = "Mia Kern".parse().unwrap();
/// let held: Vec<_> = (0..1_500).map(|number| assignment(id(60), 900 + number, id(401 + number))).collect();
/// let held: Vec<_> = held.iter().map(|it| (it, &name)).collect();
/// assert_eq!(withdraw_listed(about, &held, &admin, day(2)).unwrap().len(), 1_500);
/// assert!(withdraw_listed(about, &[], &admin, day(2)).unwrap().is_empty());
/// ```
pub fn withdraw_listed(
    about: CustomerFacts<'_>,
    held: &[(&Assignment, &PersonName)],
    actor: &Actor,
    now: Timestamp,
) -> Result<Vec<(AssignmentId, Event)>, crate::Refusal> {
    let mut withdrawn = Vec::with_capacity(held.len());
    for some in held.chunks(MOST_AT_ONCE as usize) {
        withdrawn.extend(withdraw(about, some, actor, now)?);
    }
    Ok(withdrawn)
}

/// Decides whether all of these users of a file get a license of one subscription, as [`assign`] does for fewer at
/// once. Nobody may be among them twice.
///
/// # Errors
/// As [`assign`]; without users nothing is asked.
///
/// ```
/// use tierline_core::{access::CustomerFacts, license::{AssignFacts, Candidate, assign_listed}, role::Role, testing::*};
/// let customer = customer();
/// let about = CustomerFacts { organization: &customer, customer: &customer, relationship: None, providers: &[] };
/// let admin = actor(&customer, Role::GlobalAdmin);
/// let users: Vec<_> = (0..1_500).map(|number| customers_user(1_000 + number)).collect();
/// let candidates: Vec<_> = (0_u128..).zip(&users).map(|(number, user)| {
///     Candidate { user, holds_one: false, assignment: id(10_000 + number) }
/// }).collect();
/// let facts = |bought| AssignFacts { about, pool: pool(bought, 100) };
/// assert_eq!(assign_listed(facts(1_600), &candidates, &admin, day(2)).unwrap().len(), 1_500);
/// let refusal = assign_listed(facts(1_599), &candidates, &admin, day(2)).unwrap_err();
/// assert_eq!(refusal.code(), "no_license_left");
/// ```
pub fn assign_listed(
    facts: AssignFacts<'_>,
    users: &[Candidate<'_>],
    actor: &Actor,
    now: Timestamp,
) -> Result<Vec<(AssignmentId, Event)>, crate::Refusal> {
    let mut assigned = Vec::with_capacity(users.len());
    for some in users.chunks(MOST_AT_ONCE as usize) {
        let more = u32::try_from(assigned.len()).unwrap_or(u32::MAX);
        let pool = Pool {
            assigned: facts.pool.assigned.saturating_add(more),
            ..facts.pool
        };
        assigned.extend(assign(AssignFacts { pool, ..facts }, some, actor, now)?);
    }
    Ok(assigned)
}
