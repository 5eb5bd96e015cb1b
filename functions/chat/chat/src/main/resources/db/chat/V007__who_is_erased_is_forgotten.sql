-- Why: the audit kept the id and name of who was erased where they had acted themselves (also in the act ERASE), and reasons
-- that may quote them; erasures kept the id of who asked to be forgotten. From here on erasures.subject is the person's
-- pseudonym of the house (rows of before name the subject until they are two days old). Names in items of other capabilities
-- that were under way when their person was erased are not shown.
-- Undo: drop table erased_viewers; acts_are_kept as V001 has it. What was taken out of acts stays out.

create or replace function acts_are_kept() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE'
        and (new.id, new.at, new.act) = (old.id, old.at, old.act)
        and (new.room_id, new.viewer, new.message) is not distinct from (old.room_id, old.viewer, old.message)
        and (new.subject is null or new.subject = old.subject)
        and (new.reason is null or new.reason = old.reason)
        and (new.detail is null or new.detail = old.detail)
        and ((new.actor_id, new.actor_name) = (old.actor_id, old.actor_name)
            or new.actor_id ~ '^[a-z2-7]{16}$' and new.actor_name = '') then
        return new;
    end if;
    raise exception 'acts are only added to' using errcode = 'restrict_violation';
end $$;

create index acts_by_subject on acts (subject) where subject is not null;
create index acts_by_actor on acts (actor_id);

-- How rooms named people who were erased, for as long as an event that names them may still come: queues keep one 14 days.
create table erased_viewers (
    room_id uuid not null,
    viewer char(16) not null,
    at timestamptz not null,
    primary key (room_id, viewer)
);
create index erased_viewers_by_age on erased_viewers using brin (at);
