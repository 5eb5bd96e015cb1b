-- Why: what the history takes after its speaker was banned is looked up by the ban; reviews are forgotten by their age.
-- Undo: drop index acts_of_bans, reviews_by_age.

create index acts_of_bans on acts (room_id, viewer) where act = 'BAN';
create index reviews_by_age on reviews using brin (at);
