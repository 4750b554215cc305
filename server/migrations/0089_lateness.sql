-- Of which wait of an enrollment the applicant and the operator's reviewers have been told that it is late: since when
-- it has waited. Another wait is another promise, and told again when it is broken.
create table enrollment_lateness (
    enrollment_id uuid primary key references enrollment,
    applicant_told timestamptz,
    reviewers_told timestamptz
);
