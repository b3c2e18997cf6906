"""How fast and how light the program is, against floors and peers. `make bench` runs it."""
