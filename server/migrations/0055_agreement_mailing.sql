-- A version that was published, and of which partners are still to be told by mail, in the order of their ids. Each
-- step mails some of them and moves on in one transaction: what breaks off goes on where it was, and nobody is told
-- twice.
create table agreement_mailing (
    agreement_id uuid primary key references agreement,
    -- The last partner that was told.
    told uuid
);
