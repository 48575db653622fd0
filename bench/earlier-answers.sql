-- Published answers of a made-up log: 16 things, 8 places, 5,000 rare words and some common ones.
create temporary table made as
with words as (
    select array['children', 'babies', 'health visitors', 'potholes', 'contracts', 'waiting times', 'school places',
                 'foster carers', 'agency staff', 'complaints', 'speech therapy', 'care packages', 'parking fines',
                 'food inspections', 'vacancies', 'referrals'] as things,
           array['Boston', 'Lincoln', 'Spalding', 'Grantham', 'Louth', 'Skegness', 'Stamford', 'Sleaford'] as places
)
select n, things[1 + n % 16] as thing, places[1 + (n / 16) % 8] as place, things[1 + (n * 7) % 16] as other,
       'topic' || n % 5000 as topic, date '2015-01-01' + n % 4000 as answered
from words, generate_series(1, :answers) n;

insert into foi.disclosure (id, reference, edition, authority, authority_name, subject, received, answered, outcome,
    question_count, content, search_text, published_at, ground_codes, origin)
select 10000000 + n, 'LCC-I-' || n, 1, 'lincolnshire-cc', 'Lincolnshire County Council',
       initcap(thing) || ' in ' || place || ', ' || topic, answered - 20, answered, 'GRANTED', 1,
       json_build_object('reference', 'LCC-I-' || n, 'authority', 'lincolnshire-cc', 'authorityName',
           'Lincolnshire County Council', 'subject', initcap(thing) || ' in ' || place || ', ' || topic,
           'received', answered - 20, 'answered', answered, 'outcome', 'GRANTED', 'publishedAt',
           to_char(answered, 'YYYY-MM-DD') || 'T09:00:00Z', 'imported', true, 'questions', json_build_array(
           json_build_object('number', 1, 'text', 'How many ' || thing || ' were recorded in ' || place || '?',
               'answer', 'Table about ' || topic || ' and ' || other, 'heldStatus', 'HELD', 'outcome', 'GRANTED',
               'grounds', json_build_array(), 'figures', json_build_array())))::text,
       'How many ' || thing || ' were recorded in ' || place || '? ' || repeat('The council holds this in a table of '
           || other || ' by month. ', 5) || topic, answered, '', 'IMPORT'
from made;
analyze foi.disclosure, foi.disclosure_word;
