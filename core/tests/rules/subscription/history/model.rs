//! The model of a subscription.

use std::collections::BTreeMap;

use chrono::{Months, NaiveDate, TimeDelta, Timelike as _};
use tierline_core::{
    Timestamp,
    subscription::{AutoRenew, Command, Status},
};

use super::HOUR;

/// The model. Each license has the moment until which it can be taken back.
pub(super) struct Model {
    pub(super) now: Timestamp,
    anchor: Timestamp,
    term: u32,
    terms: u32,
    pub(super) status: Status,
    pub(super) ends: Timestamp,
    over: Timestamp,
    pub(super) licenses: Vec<Timestamp>,
    pub(super) auto_renew: bool,
    pub(super) pending: Option<(usize, bool)>,
    /// Whether the customer's account is.
    pub(super) under_review: bool,
    /// The licenses at the end of each day.
    pub(super) days: BTreeMap<NaiveDate, usize>,
    pub(super) renewals: usize,
}

impl Model {
    pub(super) fn new(start: Timestamp, count: usize, term: u32) -> Model {
        let mut model = Model {
            now: start,
            anchor: start,
            term,
            terms: 0,
            status: Status::Active,
            ends: start,
            over: start,
            licenses: Vec::new(),
            auto_renew: true,
            pending: None,
            under_review: false,
            days: BTreeMap::new(),
            renewals: 0,
        };
        model.begin(count);
        model
    }

    fn begin(&mut self, count: usize) {
        self.licenses = vec![self.now + TimeDelta::days(7); count];
        self.terms += 1;
        let months = Months::new(self.term * self.terms);
        self.ends = self.anchor.checked_add_months(months).unwrap();
        self.pending = None;
    }

    fn end(&mut self, status: Status) {
        self.status = status;
        self.over = self.now;
        self.licenses.clear();
        self.pending = None;
    }

    pub(super) fn wait(&mut self, until: Timestamp) {
        while self.now < until {
            if self.now.hour() == 23 {
                let count = self.licenses.len();
                self.days.insert(self.now.date_naive(), count);
            }
            self.now += HOUR;
            self.hour();
        }
    }

    fn hour(&mut self) {
        match self.status {
            Status::Suspended if self.now == self.ends => self.end(Status::Expired),
            Status::Active if self.now == self.ends => match self.pending {
                Some((count, true)) => self.renew(count),
                _ if !self.auto_renew => self.end(Status::Expired),
                Some((count, false)) if self.under_review && count > self.licenses.len() => {
                    self.renew(self.licenses.len());
                    self.pending = Some((count, false));
                }
                Some((count, false)) => self.renew(count),
                None => self.renew(self.licenses.len()),
            },
            Status::Expired | Status::Canceled if self.now == self.over + TimeDelta::days(30) => {
                self.status = Status::Deleted;
            }
            _ => {}
        }
    }

    fn renew(&mut self, count: usize) {
        self.renewals += 1;
        self.begin(count);
    }

    pub(super) fn open(&self) -> usize {
        let now = self.now;
        self.licenses.iter().filter(|until| now < **until).count()
    }

    /// The ends of the times for taking back that are to come, each with the licenses that are open until then.
    pub(super) fn windows(&self) -> Vec<(u32, Timestamp)> {
        let open = |until: &&Timestamp| self.now < **until;
        let mut ends: Vec<Timestamp> = self.licenses.iter().filter(open).copied().collect();
        ends.sort();
        ends.dedup();
        let count = |end: Timestamp| self.licenses.iter().filter(|until| end <= **until).count();
        let all = ends
            .into_iter()
            .map(|end| (u32::try_from(count(end)).unwrap(), end));
        let may_shrink = self.status == Status::Active;
        let number = u32::try_from(self.licenses.len()).unwrap();
        all.filter(|(count, _)| may_shrink || *count == number)
            .collect()
    }

    /// Whether the command succeeds; changes the model if it does.
    pub(super) fn attempt(&mut self, command: Command, before_end: u32) -> bool {
        let (active, count) = (self.status == Status::Active, self.licenses.len());
        let running = active || self.status == Status::Suspended;
        match command {
            Command::SetQuantity { to } if active => {
                let to = usize::try_from(to).unwrap();
                if to == count || to > 300 || to == 0 {
                    return false;
                }
                if to < count {
                    if count - to > self.open() {
                        return false;
                    }
                    self.licenses.sort();
                    let closed = count - self.open();
                    self.licenses.drain(closed..closed + count - to);
                } else if self.under_review {
                    return false;
                } else {
                    let until = self.now + TimeDelta::days(7);
                    self.licenses.resize(to, until);
                }
                if let Some(pending) = &mut self.pending
                    && pending.0 == count
                {
                    pending.0 = to;
                }
                true
            }
            Command::Schedule {
                quantity: Some(to), ..
            } if active && self.auto_renew => {
                let to = usize::try_from(to).unwrap();
                let waits = self.under_review && to > count;
                if to == count || to > 300 || to == 0 || waits {
                    return false;
                }
                self.pending = Some((to, false));
                true
            }
            Command::Unschedule => active && self.pending.take().is_some(),
            Command::SetAutoRenew { auto_renew } if active => {
                let on = auto_renew == AutoRenew::On;
                if !on && self.auto_renew {
                    self.pending = None;
                }
                std::mem::replace(&mut self.auto_renew, on) != on
            }
            Command::RenewNow if active => match self.pending {
                Some((_, true)) => false,
                Some((to, false)) if self.under_review && to > count => false,
                Some((to, false)) => {
                    self.pending = Some((to, true));
                    true
                }
                None => {
                    self.pending = Some((count, true));
                    true
                }
            },
            Command::Suspend if active => {
                self.status = Status::Suspended;
                self.pending = None;
                true
            }
            Command::Reactivate if self.status == Status::Suspended => {
                self.status = Status::Active;
                true
            }
            Command::Cancel if running && self.open() == count => {
                self.end(Status::Canceled);
                true
            }
            Command::BringBack if self.status == Status::Expired => {
                self.status = Status::Active;
                self.anchor = self.now;
                self.terms = 0;
                self.auto_renew = true;
                self.begin(usize::try_from(before_end).unwrap());
                true
            }
            _ => false,
        }
    }
}
