-- Why: a list also holds words that are allowed, so that shorter ones are not found in them; a review tells where in its
-- text the word was found (in code points, the end behind it). Reviews of before tell no place.
-- Undo: delete from words where action = 'ALLOW'; the old check on words.action; drop the columns word_from, word_to.

alter table words drop constraint words_action_check;
alter table words add constraint words_action_check check (action in ('REJECT', 'MASK', 'HOLD', 'ALLOW'));
alter table reviews
    add column word_from smallint,
    add column word_to smallint,
    add constraint placed check ((word_from is null) = (word_to is null));
