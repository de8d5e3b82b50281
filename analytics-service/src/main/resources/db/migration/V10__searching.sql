-- Nobody can search by person: what redaction put in the place of an identifier is no word of the text. A stop word stands
-- there instead, so that the words around it do not become neighbours. Composed characters are one spelling (NFC), here and in
-- the words that are searched for; so is every sign of ASCII a gap: "good.Kind" is two words and no host's name.
alter table comment drop column search;
alter table comment add column search tsvector generated always as (
  case when withheld is null
       then to_tsvector('english'::regconfig,
              translate(
                regexp_replace(normalize(coalesce(text, ''), NFC), '\[[A-Z]+([ -][A-Z]+)*(-[0-9]+)?\]', ' the ', 'g'),
                '!"#$%&''()*+,-./:;<=>?@[\]^_`{|}~', repeat(' ', 32)))
       else ''::tsvector end) stored;

-- Hidden harm: few of all comments, and listed over a whole organisation.
create index comment_hidden_harm on comment (ward_id, counted_on desc, shuffle, submission_id, n)
where severity = 'serious' and rating <= 2 and withheld is null and text is not null;
