-- How long documents are kept can be set: a case says since when it is done, and not when its files are removed.
alter table enrollment rename column documents_end to documents_done;
update enrollment set documents_done = documents_done - interval '180 days' where documents_done is not null;
alter index enrollment_documents_end rename to enrollment_documents_done;
