-- What was taken back left rows of 0 behind, which told for ever that a band, a language or a theme had been there.
delete from rollup_submission where submissions = 0 and commenting = 0 and with_shortfall = 0;
delete from rollup_comment
where comments = 0 and with_content = 0 and withheld = 0 and low_confidence = 0 and any_shortfall = 0;
delete from rollup_theme where comments = 0;
delete from rollup_pillar where comments = 0;
delete from rollup_band
where submissions = 0 and responses = 0 and positive = 0 and commenting = 0 and with_shortfall = 0 and comments = 0
  and with_content = 0 and any_shortfall = 0;
delete from rollup_band_pillar where absent = 0;
