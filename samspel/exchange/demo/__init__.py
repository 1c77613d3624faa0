"""A fictional association, so that no page is empty: nobody and no place in it exists."""
