"""Who speaks: the clauses around quotations, the persons of an article, and turns of dialogue."""
