//! What belongs to an organization that is filled in: its enrollment and case, its listing, its place in the registry.

use tierline_core::{
    Timestamp,
    digest::Sha256,
    directory::{self, Contact, Listing, Outcome, ProfileText, Service, Version},
    enrollment::{
        CheckKind, CheckState, Checks, Confirmation, Document, DocumentKind, Draft, Enrollment,
        Format, LegalProfile, Path, PrimaryContact, ReasonCode, State, SupportContact, Verdict,
    },
    ids::{CaseId, DocumentId, EnrollmentId, ListingId, MemberId},
    market::{Country, Language, same_region},
    membership::{self, Member},
    organization::Organization,
    review::{self, Case, Proposed},
};

use super::{BLOCK, FILLED_COMPANIES, FIRST_MPN, Program, new, written};
use crate::{
    demo::{DemoError, fill::rows::fresh, random::Stream},
    pipeline::object::New,
};

impl Program {
    /// An enrollment whose review waits for the operator, or for somebody else.
    pub(super) fn enrolling(
        &self,
        stream: &mut Stream,
        number: u64,
        of: &New<Organization>,
        is_open: bool,
    ) -> Result<Enrollment, DemoError> {
        let at = self.waiting_since(stream);
        let pending = CheckState::Pending { since: at };
        let mut checks = Checks::all(&pending);
        let mut documents = Vec::new();
        if is_open {
            checks.email_ownership = CheckState::Passed {
                at,
                by: Some(self.by),
            };
        }
        let (block, place) = (number / BLOCK, number % BLOCK);
        if is_open && place == 1 && block.is_multiple_of(5) {
            checks.business = CheckState::Appealed {
                at,
                reason: ReasonCode::NameUnknown,
                statement: None,
            };
        }
        if is_open && block.is_multiple_of(3) {
            documents.push(Document {
                id: DocumentId::from_uuid(fresh(stream, at)),
                check: CheckKind::Business,
                kind: DocumentKind::BusinessRegistration,
                format: Format::Pdf,
                bytes: 40_000,
                digest: Sha256::from_bytes([7; 32]),
                at,
            });
        }
        let confirmation = if is_open {
            Confirmation::Confirmed { at }
        } else {
            Confirmation::Asked { at }
        };
        let state = State::Submitted { at };
        self.enrollment(stream, of, (documents, confirmation, checks, state), at)
    }

    /// The enrollment of a reseller that is in the program.
    pub(super) fn active(
        &self,
        stream: &mut Stream,
        of: &New<Organization>,
    ) -> Result<Enrollment, DemoError> {
        let at = of.beside.at;
        let passed = CheckState::Passed {
            at,
            by: Some(self.by),
        };
        let (confirmation, state) = (Confirmation::Confirmed { at }, State::Active { at });
        let known = (Vec::new(), confirmation, Checks::all(&passed), state);
        self.enrollment(stream, of, known, at)
    }

    fn enrollment(
        &self,
        stream: &mut Stream,
        of: &New<Organization>,
        (documents, confirmation, checks, state): (Vec<Document>, Confirmation, Checks, State),
        since: Timestamp,
    ) -> Result<Enrollment, DemoError> {
        let domain = of.value.domain.as_str();
        Ok(Enrollment {
            id: EnrollmentId::from_uuid(fresh(stream, since)),
            organization: of.value.id,
            path: Path::New,
            draft: Draft {
                mpn_postponed: of.value.mpn.is_none(),
                profile: Some(LegalProfile {
                    name: of.value.name.clone(),
                    address: of.beside.address.clone(),
                    website: None,
                }),
                contact: Some(PrimaryContact {
                    name: written("Alex Example")?,
                    email: written(&format!("alex@{domain}"))?,
                    phone: None,
                    language: Language::English,
                }),
                support: Some(SupportContact {
                    email: written(&format!("support@{domain}"))?,
                    phone: None,
                    website: None,
                }),
            },
            documents,
            confirmation,
            link: 1,
            checks,
            state,
            suspended: None,
            since,
            by: self.by,
        })
    }

    /// The case that a reviewer has taken; with one in ten, a decision waits for a second reviewer.
    pub(super) fn case(&self, stream: &mut Stream, number: u64, of: &Enrollment) -> Case {
        let proposal = (number / BLOCK)
            .is_multiple_of(10)
            .then(|| review::Proposal {
                verdicts: vec![Proposed {
                    check: CheckKind::Business,
                    verdict: Verdict::Pass,
                }],
                at: of.since,
                by: self.by,
            });
        Case {
            id: CaseId::from_uuid(fresh(stream, of.since)),
            operator: self.operator,
            enrollment: of.id,
            organization: of.organization,
            reviewer: stream.one_of(&self.reviewers).copied(),
            notes: Vec::new(),
            proposal,
            since: of.since,
        }
    }

    pub(super) fn member(
        &self,
        stream: &mut Stream,
        block: u64,
        locations: Vec<membership::Location>,
    ) -> Result<New<Member>, DemoError> {
        let since = self.since(block * BLOCK);
        let name = locations.first().map(|it| it.name.clone());
        let member = Member {
            id: MemberId::from_uuid(fresh(stream, since)),
            operator: self.operator,
            account: written(&format!("mpn@member-{block}.{FILLED_COMPANIES}"))?,
            profiles: vec![membership::Profile {
                mpn: written(&(FIRST_MPN + block * 5).to_string())?,
                name: name.ok_or(DemoError::NoPartners)?,
                // One in fifty has left.
                is_active: !block.is_multiple_of(50),
                locations,
            }],
            since,
        };
        Ok(new(member, None))
    }

    /// A listing in the directory. With one in five, a change waits for the operator.
    pub(super) fn listing(
        &self,
        stream: &mut Stream,
        number: u64,
        of: &New<Organization>,
    ) -> Result<Listing, DemoError> {
        let (at, home) = (of.beside.at, of.value.country);
        let domain = of.value.domain.as_str();
        let near = Country::all().filter(|it| *it == home || same_region(home, *it));
        let near: Vec<Country> = near.collect();
        let mut countries = vec![home];
        countries.extend((0..2).filter_map(|_| stream.one_of(&near).copied()));
        countries.sort_unstable();
        countries.dedup();
        let locations = countries.into_iter().map(|country| {
            let url = written(&format!(
                "https://{domain}/{}",
                country.code().to_lowercase()
            ))?;
            Ok(directory::Location { country, url })
        });
        let first = usize::try_from(stream.below(4)).unwrap_or(0);
        let profile = directory::Profile {
            name: of.value.name.clone(),
            logo: None,
            texts: vec![ProfileText {
                language: Language::English,
                text: written(
                    "A distributor for resellers nearby: training, billing and support.",
                )?,
            }],
            services: Service::ALL.into_iter().skip(first).collect(),
            locations: locations.collect::<Result<_, DemoError>>()?,
            contact: Contact {
                email: written(&format!("partners@{domain}"))?,
                phone: None,
            },
        };
        let is_waiting = number.is_multiple_of(5 * BLOCK);
        Ok(Listing {
            id: ListingId::from_uuid(fresh(stream, at)),
            provider: of.value.id,
            published: Some(Version {
                number: 1,
                profile: profile.clone(),
                at,
            }),
            unlisted: None,
            draft: None,
            proposal: Some(directory::Proposal {
                number: if is_waiting { 2 } else { 1 },
                profile,
                submitted: if is_waiting {
                    self.waiting_since(stream)
                } else {
                    at
                },
                by: self.by,
                reviewer: None,
                outcome: (!is_waiting).then_some(Outcome::Approved { at }),
            }),
        })
    }
}
