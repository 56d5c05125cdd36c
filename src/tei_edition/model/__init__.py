"""What is known of one article and of a corpus, without XML: Article, Layer, Registry. Standard library only."""
