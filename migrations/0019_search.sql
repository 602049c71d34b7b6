-- What is like a difficulty is found by the index beside the store, which is made from the tables and can always be made anew.
drop table difficulty_terms;
